package dev.ananas.store.internal.selector;

import dev.ananas.store.Selector;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The readings that subscribed selectors use, each opened once. Guarded by the writer lock. */
final class LiveInputs {

    private final IdentityHashMap<ReadingSelector<?, ?>, LiveInput<?>> open = new IdentityHashMap<>();
    private final Object home;

    /**
     * Makes none.
     *
     * @param home the store whose readings are kept up to date; those of others are read anew
     */
    LiveInputs(Object home) {
        this.home = home;
    }

    /** Opens what a selector uses, or shares it. */
    List<LiveInput<?>> use(Selector<?> selector) {
        Set<ReadingSelector<?, ?>> readings = new LinkedHashSet<>();
        collect(selector, readings);
        List<LiveInput<?>> used = new ArrayList<>(readings.size());
        try {
            for (ReadingSelector<?, ?> reading : readings) {
                LiveInput<?> input = open.computeIfAbsent(reading, LiveInput::new);
                input.use();
                used.add(input);
            }
        } catch (RuntimeException | Error e) {
            leave(used);
            throw e;
        }
        return used;
    }

    private void collect(Selector<?> selector, Set<ReadingSelector<?, ?>> into) {
        if (selector instanceof ReadingSelector<?, ?> reading) {
            if (reading.isKeptBy(home)) {
                into.add(reading);
            }
        } else if (selector instanceof DerivedSelector<?> derived) {
            derived.inputs().forEach(input -> collect(input, into));
        }
    }

    void leave(List<LiveInput<?>> inputs) {
        inputs.forEach(input -> {
            if (input.leave()) {
                open.values().remove(input);
            }
        });
    }

    /** Lets a memory know all values. */
    void teach(SelectorCache cache, Committed now) {
        open.values().forEach(input -> input.teach(cache, now));
    }

    void clear() {
        open.clear();
    }
}
