package dev.ananas.store.snapshot;

import dev.ananas.store.StoreDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a snapshot had and this program does not know, as JSON texts. It is a slice of the tree: so it comes and goes with the
 * state it belongs to, also in undo and in another snapshot.
 *
 * @param bySection texts by name, by the section in which they are; {@link #TOP} for whole slices
 */
record Kept(Map<String, Map<String, String>> bySection) {
    static final String TOP = "";
    static final StoreDefinition<Kept> SLICE =
            StoreDefinition.named("snapshot.kept", () -> new Kept(Map.of())).build();

    Kept {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        bySection.forEach(
                (section, texts) -> copy.put(section, Collections.unmodifiableMap(new LinkedHashMap<>(texts))));
        bySection = Collections.unmodifiableMap(copy);
    }

    Map<String, String> of(String section) {
        return bySection.getOrDefault(section, Map.of());
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        bySection.forEach((section, texts) ->
                texts.keySet().forEach(name -> names.add(section.equals(TOP) ? name : section + "/" + name)));
        return names;
    }
}
