package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.collection.HashedKey.Hashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersistentMapDiffTest {
    @Test
    void aDifferenceTellsWhatWasAddedReplacedAndRemoved() {
        PersistentMap<String, String> before = PersistentMap.<String, String>empty()
                .put("kept", "k")
                .put("replaced", "r1")
                .put("gone", "g");
        PersistentMap<String, String> after =
                before.put("replaced", "r2").remove("gone").put("new", "n");
        List<String> changes = new ArrayList<>();

        before.diff(after, (key, old, now) -> changes.add(key + " " + old + " " + now));

        assertThat(changes).containsExactlyInAnyOrder("replaced r1 r2", "gone g null", "new null n");
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        PersistentMap<Integer, String> map = PersistentMapTest.numbers(1_000);
        map.diff(map, (key, before, after) -> {
            throw new AssertionError(key);
        });
    }

    @Test
    void valuesAreComparedByIdentity() {
        PersistentMap<Integer, String> map = PersistentMapTest.numbers(10);
        List<Integer> changed = new ArrayList<>();

        map.diff(map.put(3, new String("3")), (key, before, after) -> changed.add(key));

        assertThat(changed).containsExactly(3);
    }

    @Test
    void aDifferenceDoesNotVisitWhatIsShared() {
        PersistentMap<Integer, String> map = PersistentMapTest.numbers(100_000);
        assertThat(visited(map, map)).isZero();
        assertThat(visited(map, map.put(777, "x"))).isBetween(1, 200);
        assertThat(visited(map, map.remove(99_999))).isBetween(1, 200);
        assertThat(visited(map, map.put(-5, "x"))).isBetween(1, 200);
    }

    private static int visited(PersistentMap<Integer, String> before, PersistentMap<Integer, String> after) {
        return HashDifference.compare(before.root(), after.root(), (key, old, now) -> {});
    }

    @ParameterizedTest
    @EnumSource(Hashes.class)
    void theDifferenceAppliedToTheOldGivesTheNew(Hashes hashes) {
        for (long seed = 1; seed <= 150; seed++) {
            Seeds.run(seed, random -> replay(random, hashes));
        }
    }

    private static void replay(SplittableRandom random, Hashes hashes) {
        int keys = 1 + random.nextInt(random.nextBoolean() ? 8 : 300);
        PersistentMap<HashedKey, Integer> before = changed(PersistentMap.empty(), random, hashes, keys);
        PersistentMap<HashedKey, Integer> start = random.nextInt(5) == 0 ? PersistentMap.empty() : before;
        PersistentMap<HashedKey, Integer> after = changed(start, random, hashes, keys);
        Map<HashedKey, Integer> replayed = new HashMap<>(before.asMap());
        before.diff(after, (key, old, now) -> {
            assertThat(old).isNotSameAs(now);
            assertThat(now == null ? replayed.remove(key) : replayed.put(key, now))
                    .isSameAs(old);
        });
        assertThat(replayed).isEqualTo(after.asMap());
    }

    private static PersistentMap<HashedKey, Integer> changed(
            PersistentMap<HashedKey, Integer> start, SplittableRandom random, Hashes hashes, int keys) {
        PersistentMap<HashedKey, Integer> map = start;
        for (int i = random.nextInt(2 * keys); i > 0; i--) {
            HashedKey key = hashes.key(random.nextInt(keys));
            map = random.nextInt(3) > 0 ? map.put(key, random.nextInt()) : map.remove(key);
        }
        return map;
    }
}
