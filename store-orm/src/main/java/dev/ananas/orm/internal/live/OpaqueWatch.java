package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Warns, once for each entity, when tests of the caller's own make more and more levels: such tests cannot be compared but by
 * name, so a name that contains a value makes a level for each value.
 */
final class OpaqueWatch {
    static final int MANY = 50;

    /** Packages of frames that did not ask. */
    private static final List<String> NOT_THE_CALLER = List.of(
            "dev.ananas.orm.", "dev.ananas.store.", "reactor.", "org.reactivestreams.", "java.", "jdk.", "sun.");

    private final Consumer<String> warnings;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Set<String> warned = new HashSet<>();

    OpaqueWatch(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /** A level was made. */
    void opened(Plan plan) {
        List<String> names = plan.opaqueTests();
        if (names.isEmpty()) {
            return;
        }
        String entity = plan.table().name();
        int count = levels.merge(entity, 1, Integer::sum);
        if (count > MANY && warned.add(entity)) {
            warnings.accept(count + " live queries of entity \"" + entity + "\" have tests of their own, the last one "
                    + names + ", asked at " + caller(new Throwable().getStackTrace())
                    + ". Queries share their work only if their tests have equal names: leave values out of the names,"
                    + " or compare attributes instead, so that values are looked up");
        }
    }

    /** A level is gone. */
    void closed(Plan plan) {
        if (!plan.opaqueTests().isEmpty()) {
            levels.merge(plan.table().name(), -1, Integer::sum);
        }
    }

    private static String caller(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (NOT_THE_CALLER.stream().noneMatch(frame.getClassName()::startsWith)) {
                return frame.toString();
            }
        }
        return "an unknown place";
    }
}
