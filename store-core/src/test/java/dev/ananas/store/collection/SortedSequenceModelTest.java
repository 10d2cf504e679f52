package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of a sequence against a {@link TreeMap} by number. */
class SortedSequenceModelTest {
    private record Version(SortedSequence<Item> sequence, List<Item> model) {
        void check() {
            SequenceCheck.check(sequence);
            assertThat(sequence.size()).isEqualTo(model.size());
            for (int i = 0; i < model.size(); i++) {
                if (sequence.get(i) != model.get(i)) {
                    throw new AssertionError("index " + i + ": " + sequence.get(i) + " but " + model.get(i));
                }
            }
            assertThat(sequence.equals(model)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 47, 48, 49, 84, 85, 300})
    void singleChangesBehaveLikeATree(int size) {
        for (long seed = 1; seed <= 8; seed++) {
            Seeds.run(seed, random -> history(random, size, 200, 1, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 2_304, 10_000})
    void singleChangesBehaveLikeATreeAtSize(int size) {
        Seeds.run(size, random -> history(random, size, 10_000, 1, 500));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 47, 48, 49, 300, 2_000, 5_000})
    void batchesBehaveLikeATree(int size) {
        for (long seed = 1; seed <= 8; seed++) {
            Seeds.run(seed, random -> history(random, size, 60, 1 + random.nextInt(400), 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {49, 2_500, 6_000})
    void aSequenceGrowsFromNothingAndShrinksBackToIt(int size) {
        Seeds.run(size, random -> {
            SortedSequence<Item> sequence = SortedSequence.empty(Item.ORDER);
            TreeSet<Item> model = new TreeSet<>(Item.ORDER);
            while (model.size() < size) {
                Item item = Item.of(random.nextInt());
                sequence = sequence.with(item);
                model.add(item);
            }
            new Version(sequence, new ArrayList<>(model)).check();
            while (!model.isEmpty()) {
                Item item = sequence.get(random.nextInt(model.size()));
                sequence = sequence.without(item);
                model.remove(item);
                if (model.size() % 97 == 0) {
                    new Version(sequence, new ArrayList<>(model)).check();
                }
            }
            assertThat(sequence.isEmpty()).isTrue();
            assertThat(sequence.height()).isZero();
        });
    }

    private static void history(SplittableRandom random, int size, int steps, int batch, int checkEvery) {
        SortedSequence<Item> sequence = Item.evens(size);
        TreeMap<Integer, Item> model = new TreeMap<>();
        sequence.forEach(item -> model.put(item.number(), item));
        List<Version> versions = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            TreeSet<Item> removes = items(random, 2 * size + 10, batch);
            TreeSet<Item> adds = items(random, 2 * size + 10, batch);
            sequence = change(random, sequence, removes, adds);
            removes.forEach(item -> model.remove(item.number()));
            adds.forEach(item -> model.put(item.number(), item));
            if (step % checkEvery == 0) {
                Version version = new Version(sequence, new ArrayList<>(model.values()));
                version.check();
                versions.add(version);
            }
        }
        versions.forEach(Version::check);
    }

    /** Applies the changes, or if there are too few for a batch, by one of the single operations. */
    private static SortedSequence<Item> change(
            SplittableRandom random, SortedSequence<Item> sequence, TreeSet<Item> removes, TreeSet<Item> adds) {
        if (removes.size() + adds.size() > 2 || random.nextInt(4) == 0) {
            return sequence.patch(new ArrayList<>(removes), new ArrayList<>(adds));
        }
        if (removes.size() == 1 && adds.size() == 1) {
            return sequence.replace(removes.first(), adds.first());
        }
        SortedSequence<Item> changed = sequence;
        for (Item item : removes) {
            changed = changed.without(item);
        }
        for (Item item : adds) {
            changed = changed.with(item);
        }
        return changed;
    }

    /** Up to as many items, spread over all numbers or close together. */
    private static TreeSet<Item> items(SplittableRandom random, int bound, int most) {
        TreeSet<Item> items = new TreeSet<>(Item.ORDER);
        int spread = random.nextInt(3) == 0 ? bound : 1 + random.nextInt(bound);
        int start = random.nextInt(bound - spread + 1);
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            items.add(new Item(start + random.nextInt(spread), "new"));
        }
        return items;
    }
}
