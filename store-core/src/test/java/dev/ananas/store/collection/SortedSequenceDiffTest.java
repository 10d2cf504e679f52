package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSequenceDiffTest {
    /** Applies changes to a copy of the old list, by the indexes it is told. */
    private static final class Replay implements SortedSequence.Difference<Item> {
        final List<Item> old;
        final List<Item> list;
        final List<String> log = new ArrayList<>();
        private int shift;

        Replay(List<Item> old) {
            this.old = old;
            this.list = new ArrayList<>(old);
        }

        @Override
        public void removed(int oldIndex, Item element) {
            log.add("removed " + oldIndex);
            assertThat(old.get(oldIndex)).isSameAs(element);
            assertThat(list.remove(oldIndex + shift--)).isSameAs(element);
        }

        @Override
        public void added(int newIndex, Item element) {
            log.add("added " + newIndex);
            list.add(newIndex, element);
            shift++;
        }

        @Override
        public void updated(int oldIndex, int newIndex, Item before, Item after) {
            log.add("updated " + oldIndex + " " + newIndex);
            assertThat(old.get(oldIndex)).isSameAs(before);
            assertThat(oldIndex + shift).isEqualTo(newIndex);
            assertThat(list.set(newIndex, after)).isSameAs(before).isNotSameAs(after);
        }
    }

    @Test
    void aDifferenceTellsTheIndexesOfBothVersions() {
        SortedSequence<Item> before = Item.evens(5);
        SortedSequence<Item> after =
                before.without(Item.of(0)).with(Item.of(3)).with(Item.of(5)).with(new Item(6, "updated"));
        Replay replay = new Replay(before);

        before.diff(after, replay);

        assertThat(replay.log).containsExactly("removed 0", "added 1", "added 3", "updated 3 4");
    }

    @Test
    void aDifferenceDoesNotVisitWhatIsShared() {
        SortedSequence<Item> sequence = Item.evens(100_000);

        assertThat(visited(sequence, sequence)).isOne();
        assertThat(visited(sequence, sequence.with(new Item(100_000, "updated"))))
                .isBetween(1, 199);
        assertThat(visited(sequence, sequence.with(Item.of(99_999)))).isBetween(1, 199);
        assertThat(visited(sequence, sequence.without(Item.of(0)))).isBetween(1, 199);
        assertThat(visited(sequence, sequence.replace(Item.of(20), Item.of(150_001))))
                .isBetween(1, 299);
    }

    private static int visited(SortedSequence<Item> before, SortedSequence<Item> after) {
        return before.whole().diff(after.whole(), new Replay(before));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 47, 48, 49, 200, 2_400, 4_000})
    void theDifferenceAppliedToTheOldGivesTheNew(int size) {
        for (long seed = 1; seed <= 40; seed++) {
            Seeds.run(seed, random -> {
                SortedSequence<Item> before = Item.evens(size);
                SortedSequence<Item> after = before;
                for (int i = random.nextInt(4); i >= 0; i--) {
                    after = after.patch(items(random, size), items(random, size));
                }
                check(before, after);
                check(after, before);
                check(before, SortedSequence.copyOf(Item.ORDER, after));
            });
        }
    }

    @Test
    void emptyAndUnrelatedSequencesDifferInEverything() {
        SortedSequence<Item> empty = SortedSequence.empty(Item.ORDER);
        check(empty, Item.evens(3_000));
        check(Item.evens(3_000), empty);
        check(Item.evens(60), Item.evens(3_000));
        check(empty, empty);
    }

    private static void check(SortedSequence<Item> before, SortedSequence<Item> after) {
        Replay replay = new Replay(before);
        before.diff(after, replay);
        assertThat(replay.list.equals(after)).isTrue();
        for (int i = 0; i < after.size(); i++) {
            assertThat(replay.list.get(i) == after.get(i))
                    .as("identity at %s", i)
                    .isTrue();
        }
    }

    private static List<Item> items(SplittableRandom random, int size) {
        TreeSet<Item> items = new TreeSet<>(Item.ORDER);
        for (int i = random.nextInt(1 + random.nextInt(30)); i >= 0; i--) {
            items.add(new Item(random.nextInt(2 * size + 4), "new"));
        }
        return new ArrayList<>(items);
    }
}
