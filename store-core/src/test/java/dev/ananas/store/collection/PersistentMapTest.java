package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
    private static final HashedKey A = HashedKey.spreadingTo(1, 0x1234_5678);
    private static final HashedKey B = HashedKey.spreadingTo(2, 0x1234_5678);
    private static final HashedKey C = HashedKey.spreadingTo(3, 0x1234_5678);

    @Test
    void puttingLeavesTheOldVersionAsItWas() {
        PersistentMap<String, Integer> one =
                PersistentMap.<String, Integer>empty().put("a", 1);
        PersistentMap<String, Integer> two = one.put("a", 2).put("b", 3);

        assertThat(one.asMap()).isEqualTo(Map.of("a", 1));
        assertThat(two.asMap()).isEqualTo(Map.of("a", 2, "b", 3));
    }

    @Test
    void puttingTheIdenticalValueGivesTheSameInstance() {
        String value = "value";
        PersistentMap<HashedKey, String> map =
                PersistentMap.<HashedKey, String>empty().put(A, value).put(B, "other");

        assertThat(map.put(A, value)).isSameAs(map);
        assertThat(map.put(A, new String(value))).isNotSameAs(map).isEqualTo(map);
    }

    @Test
    void theFirstKeyIsKeptWhenItsValueIsReplaced() {
        HashedKey again = new HashedKey(A.id(), A.hash());
        PersistentMap<HashedKey, String> map =
                PersistentMap.<HashedKey, String>empty().put(A, "x").put(again, "y");

        assertThat(map.iterator().next().getKey()).isSameAs(A);
        assertThat(map.get(again)).isEqualTo("y");
    }

    @Test
    void removingAnAbsentKeyGivesTheSameInstance() {
        PersistentMap<HashedKey, String> map =
                PersistentMap.<HashedKey, String>empty().put(A, "a").put(B, "b");

        assertThat(map.remove(C)).isSameAs(map);
        assertThat(map.remove("another type")).isSameAs(map);
    }

    @Test
    void removingTheLastKeyGivesTheEmptyMap() {
        assertThat(PersistentMap.empty().put(A, "a").remove(A)).isSameAs(PersistentMap.empty());
    }

    @Test
    void removingTheLastCollidingKeyRestoresTheCanonicalForm() {
        PersistentMap<HashedKey, String> single =
                PersistentMap.<HashedKey, String>empty().put(A, "a");
        PersistentMap<HashedKey, String> shrunk =
                single.put(B, "b").put(C, "c").remove(B).remove(C);

        HashTrieCheck.check(shrunk);
        assertThat(shrunk.root().isSingleEntry()).isTrue();
        assertThat(shrunk).isEqualTo(single);
    }

    @Test
    void collidingEntriesAreEqualInAnyOrder() {
        PersistentMap<HashedKey, String> empty = PersistentMap.empty();
        PersistentMap<HashedKey, String> one = empty.put(A, "a").put(B, "b").put(C, "c");
        PersistentMap<HashedKey, String> other = empty.put(C, "c").put(B, "b").put(A, "a");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(other.put(B, "x"));
        assertThat(one).isNotEqualTo(other.remove(B).put(HashedKey.spreadingTo(4, 0x1234_5678), "b"));
    }

    @Test
    void equalityDoesNotEnterSharedNodes() {
        PersistentMap<Integer, String> map = numbers(100_000);
        PersistentMap<Integer, String> changed = map.put(777, new String("777"));

        assertThat(changed).isEqualTo(map);
        assertThat(HashEquality.cost(map.root(), changed.root())).isBetween(1, 8);
        assertThat(changed).isNotEqualTo(map.put(777, "else"));
    }

    @Test
    void aMapEqualsNeitherNullNorAJavaMap() {
        PersistentMap<String, Integer> map =
                PersistentMap.<String, Integer>empty().put("a", 1);

        assertThat(map.equals(null)).isFalse();
        assertThat(map).isNotEqualTo(map.asMap());
        assertThat(map).hasToString("{a=1}");
    }

    @Test
    void nullKeysAndValuesAreRefusedByName() {
        PersistentMap<String, String> map = PersistentMap.empty();

        assertThatNullPointerException().isThrownBy(() -> map.put(null, "v")).withMessage("key");
        assertThatNullPointerException().isThrownBy(() -> map.put("k", null)).withMessage("value");
        assertThatNullPointerException().isThrownBy(() -> map.get(null)).withMessage("key");
        assertThatNullPointerException().isThrownBy(() -> map.containsKey(null)).withMessage("key");
        assertThatNullPointerException().isThrownBy(() -> map.remove(null)).withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> map.builder().put(null, "v"))
                .withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> map.builder().put("k", null))
                .withMessage("value");
        assertThatNullPointerException()
                .isThrownBy(() -> map.builder().remove(null))
                .withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> map.builder().get(null))
                .withMessage("key");
    }

    @Test
    void allWaysToVisitAgree() {
        PersistentMap<Integer, String> map = numbers(2_000).put(-1, "-1");
        Map<Integer, String> byEntry = new HashMap<>();
        map.forEach(entry -> byEntry.put(entry.getKey(), entry.getValue()));
        Map<Integer, String> byPair = new HashMap<>();
        map.forEach(byPair::put);
        List<String> byValue = new ArrayList<>();
        map.forEachValue(byValue::add);

        assertThat(byEntry).hasSize(2_001).isEqualTo(byPair).isEqualTo(map.asMap());
        assertThat(byValue).containsExactlyElementsOf(map.values());
        assertThat(map.asMap().values()).containsExactlyElementsOf(map.values());
    }

    @Test
    void consecutiveNumbersAreVisitedInTheirOrder() {
        PersistentMap.Builder<Integer, Integer> builder =
                PersistentMap.<Integer, Integer>empty().builder();
        for (int id = 65_535; id > 0; id--) {
            builder.put(id, id);
        }
        List<Integer> visited = new ArrayList<>();
        builder.build().forEachValue(visited::add);

        assertThat(visited).hasSize(65_535).isSorted();
    }

    @Test
    void iteratorsEndAndDoNotRemove() {
        PersistentMap<String, Integer> map =
                PersistentMap.<String, Integer>empty().put("a", 1);
        Iterator<Map.Entry<String, Integer>> iterator = map.iterator();
        Map.Entry<String, Integer> entry = iterator.next();

        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> entry.setValue(2)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(PersistentMap.empty().iterator()).isExhausted();
    }

    @Test
    void viewsAreReadOnly() {
        PersistentMap<String, Integer> map =
                PersistentMap.<String, Integer>empty().put("a", 1);
        Map<String, Integer> view = map.asMap();

        assertThatThrownBy(() -> view.put("b", 2))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("new version");
        assertThatThrownBy(() -> view.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(view::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.keySet().remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.replaceAll((k, v) -> v)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.values().add(1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theMapViewIsAMapLikeAnyOther() {
        Map<String, Integer> view =
                PersistentMap.<String, Integer>empty().put("a", 1).put("b", 2).asMap();

        assertThat(view).isEqualTo(Map.of("b", 2, "a", 1)).hasSameHashCodeAs(Map.of("a", 1, "b", 2));
        assertThat(view.entrySet()).contains(Map.entry("a", 1)).doesNotContain(Map.entry("a", 2));
        assertThat(view.getOrDefault("c", 3)).isEqualTo(3);
        assertThat(view.keySet()).containsExactlyInAnyOrder("a", "b");
    }

    static PersistentMap<Integer, String> numbers(int n) {
        PersistentMap.Builder<Integer, String> builder =
                PersistentMap.<Integer, String>empty().builder();
        for (int i = 0; i < n; i++) {
            builder.put(i, Integer.toString(i));
        }
        return builder.build();
    }
}
