package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.collection.HashedKey.Hashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random histories of a map against {@link HashMap}. */
class PersistentMapModelTest {
    private record Version(PersistentMap<HashedKey, Integer> map, Map<HashedKey, Integer> model) {
        void check() {
            HashTrieCheck.check(map);
            assertThat(map.size()).isEqualTo(model.size());
            assertThat(map.asMap().equals(model)).as("%s but %s", map, model).isTrue();
            Map<HashedKey, Integer> seen = new HashMap<>();
            map.forEach(entry ->
                    assertThat(seen.put(entry.getKey(), entry.getValue())).isNull());
            assertThat(seen.equals(model)).as("iteration").isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Hashes.class)
    void singleChangesBehaveLikeAHashMapInSmallMaps(Hashes hashes) {
        for (long seed = 1; seed <= 20; seed++) {
            Seeds.run(seed, random -> singleChanges(random, hashes, 1 + random.nextInt(60), 150, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(Hashes.class)
    void singleChangesBehaveLikeAHashMapInLargeMaps(Hashes hashes) {
        int keys = hashes == Hashes.HEAVY_COLLISIONS ? 200 : 4_000;
        Seeds.run(100, random -> singleChanges(random, hashes, keys, 10_000, 500));
    }

    private static void singleChanges(SplittableRandom random, Hashes hashes, int keys, int steps, int checkEvery) {
        PersistentMap<HashedKey, Integer> map = PersistentMap.empty();
        Map<HashedKey, Integer> model = new HashMap<>();
        List<Version> versions = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            HashedKey key = hashes.key(random.nextInt(keys));
            if (random.nextInt(100) < (step / 1_000 % 2 == 0 ? 60 : 35)) {
                map = map.put(key, step);
                model.put(key, step);
            } else {
                map = map.remove(key);
                model.remove(key);
            }
            assertThat(map.get(key)).isEqualTo(model.get(key));
            if (step % checkEvery == 0) {
                Version version = new Version(map, new HashMap<>(model));
                version.check();
                versions.add(version);
            }
        }
        versions.forEach(Version::check);
    }

    @ParameterizedTest
    @EnumSource(Hashes.class)
    void buildersBehaveLikeAHashMap(Hashes hashes) {
        for (long seed = 1; seed <= 30; seed++) {
            Seeds.run(seed, random -> builderChanges(random, hashes));
        }
    }

    private static void builderChanges(SplittableRandom random, Hashes hashes) {
        int keys = 1 + random.nextInt(150);
        int removals = random.nextInt(60);
        PersistentMap.Builder<HashedKey, Integer> builder =
                PersistentMap.<HashedKey, Integer>empty().builder();
        Map<HashedKey, Integer> model = new HashMap<>();
        List<Version> versions = new ArrayList<>();
        for (int step = 0; step < 600; step++) {
            HashedKey key = hashes.key(random.nextInt(keys));
            int what = random.nextInt(100);
            if (what < 2 && step > 100) {
                Version version = new Version(builder.build(), new HashMap<>(model));
                version.check();
                versions.add(version);
                if (random.nextBoolean()) {
                    builder = version.map.builder();
                }
            } else if (what < removals && step > 50) {
                assertThat(builder.remove(key)).isEqualTo(model.remove(key));
            } else {
                assertThat(builder.put(key, step)).isEqualTo(model.put(key, step));
            }
            assertThat(builder.get(key)).isEqualTo(model.get(key));
            assertThat(builder.size()).isEqualTo(model.size());
        }
        versions.forEach(Version::check);
    }

    @ParameterizedTest
    @EnumSource(Hashes.class)
    void equalityFollowsTheContents(Hashes hashes) {
        for (long seed = 1; seed <= 50; seed++) {
            Seeds.run(seed, random -> {
                PersistentMap<HashedKey, Integer> one = randomMap(random, hashes);
                PersistentMap<HashedKey, Integer> other = randomMap(random, hashes);
                assertThat(one.equals(other)).isEqualTo(one.asMap().equals(other.asMap()));
                PersistentMap<HashedKey, Integer> rebuilt = PersistentMap.empty();
                for (Map.Entry<HashedKey, Integer> entry : one) {
                    rebuilt = rebuilt.put(entry.getKey(), entry.getValue());
                }
                assertThat(rebuilt.equals(one)).isTrue();
                assertThat(rebuilt.hashCode()).isEqualTo(one.hashCode());
            });
        }
    }

    private static PersistentMap<HashedKey, Integer> randomMap(SplittableRandom random, Hashes hashes) {
        PersistentMap<HashedKey, Integer> map = PersistentMap.empty();
        for (int i = random.nextInt(8); i > 0; i--) {
            map = map.put(hashes.key(random.nextInt(4)), random.nextInt(2));
        }
        return map;
    }
}
