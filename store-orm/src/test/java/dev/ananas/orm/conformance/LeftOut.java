package dev.ananas.orm.conformance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes that some query of a scenario leaves out of records. */
final class LeftOut {
    private static final String ALL = "*";

    private LeftOut() {}

    static Set<String> of(Scenario scenario) {
        Set<String> names = new LinkedHashSet<>();
        scenario.models().values().forEach(model -> {
            names.addAll(Json.texts(model.members().get("hidden")));
            if (model.members().get("visible") != null) {
                names.add(ALL);
            }
            if (model.members().get("meta") != null) {
                names.add("_meta");
            }
        });
        scenario.steps().forEach(step -> hiddenBy(step.get("chain"), names));
        if (names.remove(ALL)) {
            scenario.models().values().forEach(model -> names.addAll(attributes(model)));
        }
        return names;
    }

    /** The names that {@code makeHidden} has in a chain, however deep. */
    private static void hiddenBy(@Nullable Object chain, Set<String> names) {
        if (chain instanceof List<?> list) {
            if (list.size() > 1 && "makeHidden".equals(list.get(0))) {
                names.addAll(Json.texts(list.get(1)));
            }
            list.forEach(part -> hiddenBy(part, names));
        }
    }

    private static List<String> attributes(Scenario.Model model) {
        return model.fields().entrySet().stream()
                .filter(field -> !isRelation(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isRelation(Map<String, @Nullable Object> field) {
        return field.containsKey("related");
    }
}
