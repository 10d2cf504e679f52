package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.collection.HashedKey.Hashes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersistentMapBuilderTest {
    @Test
    void operationsTellThePreviousValueWhileTheFirstLoadIsCollected() {
        checkPreviousValues(PersistentMap.<String, Integer>empty().builder());
    }

    @Test
    void operationsTellThePreviousValueWhenThereWasAMapToStartWith() {
        PersistentMap.Builder<String, Integer> builder =
                PersistentMap.<String, Integer>empty().put("x", 0).builder();
        builder.remove("x");
        checkPreviousValues(builder);
    }

    private static void checkPreviousValues(PersistentMap.Builder<String, Integer> builder) {
        assertThat(builder.put("a", 1)).isNull();
        assertThat(builder.put("a", 2)).isEqualTo(1);
        assertThat(builder.put("b", 3)).isNull();
        assertThat(builder.get("a")).isEqualTo(2);
        assertThat(builder.containsKey("c")).isFalse();
        assertThat(builder.size()).isEqualTo(2);
        assertThat(builder.remove("c")).isNull();
        assertThat(builder.remove("a")).isEqualTo(2);
        assertThat(builder.remove("a")).isNull();
        assertThat(builder.size()).isEqualTo(1);
        assertThat(builder.build().asMap()).isEqualTo(Map.of("b", 3));
    }

    @Test
    void whatWasBuiltIsNotAffectedByTheBuilderLater() {
        PersistentMap.Builder<Integer, String> builder =
                PersistentMap.<Integer, String>empty().builder();
        for (int i = 0; i < 1_000; i++) {
            builder.put(i, "old");
        }
        PersistentMap<Integer, String> first = builder.build();
        PersistentMap<Integer, String> same = builder.build();
        for (int i = 0; i < 2_000; i++) {
            builder.put(i, "new");
            builder.remove(i - 500);
        }
        PersistentMap<Integer, String> second = builder.build();
        builder.put(1, "later");

        assertThat(same).isEqualTo(first);
        assertThat(first.size()).isEqualTo(1_000);
        assertThat(first.values()).containsOnly("old");
        assertThat(second.size()).isEqualTo(500);
        assertThat(second.values()).containsOnly("new");
        HashTrieCheck.check(first);
        HashTrieCheck.check(second);
    }

    @Test
    void theMapABuilderStartedFromIsNotAffected() {
        PersistentMap<Integer, String> start = PersistentMapTest.numbers(500);
        PersistentMap.Builder<Integer, String> builder = start.builder();
        for (int i = 0; i < 500; i++) {
            builder.put(i, "changed");
            builder.remove(i / 2);
        }

        assertThat(start).isEqualTo(PersistentMapTest.numbers(500));
        HashTrieCheck.check(start);
        HashTrieCheck.check(builder.build());
    }

    @Test
    void anUntouchedBuilderBuildsAnEqualMap() {
        assertThat(PersistentMap.empty().builder().build()).isSameAs(PersistentMap.empty());
        PersistentMap<Integer, String> map = PersistentMapTest.numbers(50);
        assertThat(map.builder().build()).isEqualTo(map);
    }

    @Test
    void aBuilderThatWasEmptiedBuildsTheEmptyMap() {
        PersistentMap.Builder<Integer, String> builder =
                PersistentMapTest.numbers(100).builder();
        for (int i = 0; i < 100; i++) {
            builder.remove(i);
        }

        assertThat(builder.build()).isSameAs(PersistentMap.empty());
        builder.put(1, "again");
        assertThat(builder.build().asMap()).isEqualTo(Map.of(1, "again"));
    }

    @ParameterizedTest
    @EnumSource(Hashes.class)
    void aBulkLoadGivesTheSameTrieAsSinglePuts(Hashes hashes) {
        for (int n : new int[] {0, 1, 2, 31, 32, 33, 100, 300}) {
            PersistentMap.Builder<HashedKey, Integer> builder =
                    PersistentMap.<HashedKey, Integer>empty().builder();
            PersistentMap<HashedKey, Integer> single = PersistentMap.empty();
            for (int i = 0; i < n; i++) {
                HashedKey key = hashes.key(i * 7 % n);
                builder.put(key, i);
                single = single.put(key, i);
            }
            PersistentMap<HashedKey, Integer> bulk = builder.build();

            HashTrieCheck.check(bulk);
            assertThat(bulk).isEqualTo(single);
        }
    }

    @Test
    void roomForWrongNumbersOfEntriesChangesNothingElse() {
        for (int expected : new int[] {-1, 0, 1, 7, 9, 100, 1000}) {
            PersistentMap.Builder<Integer, Integer> builder =
                    PersistentMap.<Integer, Integer>empty().builder();
            for (int i = 0; i < 100; i++) {
                if (i % 40 == 0) {
                    builder.expect(expected);
                }
                builder.put(i * 31, i);
            }
            builder.remove(31);
            PersistentMap<Integer, Integer> map = builder.expect(expected).build();

            HashTrieCheck.check(map);
            assertThat(map.size()).isEqualTo(99);
            assertThat(map.get(62)).isEqualTo(2);
            assertThat(map.get(31)).isNull();
        }
    }

    @Test
    void theLastOfDuplicateKeysWinsInABulkLoad() {
        PersistentMap.Builder<HashedKey, Integer> builder =
                PersistentMap.<HashedKey, Integer>empty().builder();
        for (int i = 0; i < 1_000; i++) {
            builder.put(Hashes.HEAVY_COLLISIONS.key(i % 10), i);
        }

        assertThat(builder.size()).isEqualTo(10);
        assertThat(builder.build().values()).allMatch(value -> value >= 990);
    }
}
