package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceSliceTest {
    private static final int LARGE = 100_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 48, 49, 200, 2_400})
    void aSliceHasTheElementsBetweenItsBounds(int size) {
        SortedSequence<Item> sequence = Item.evens(size);
        Seeds.run(size, random -> {
            SequenceSlice<Item> slice = anySlice(random, sequence);
            List<Item> expected = new ArrayList<>(sequence).subList(slice.from(), slice.to());
            List<Item> each = new ArrayList<>();
            slice.forEach(each::add);
            List<Item> iterated = new ArrayList<>();
            slice.iterator().forEachRemaining(iterated::add);

            assertThat(slice.size()).isEqualTo(expected.size());
            assertThat(each).isEqualTo(expected);
            assertThat(iterated).isEqualTo(expected);
            assertThat(StreamSupport.stream(slice.spliterator(), true).collect(Collectors.toList()))
                    .isEqualTo(expected);
        });
    }

    @Test
    void boundsOutsideOfTheSequenceAreRefused() {
        SortedSequence<Item> sequence = Item.evens(3);
        assertThatThrownBy(() -> new SequenceSlice<>(sequence, 2, 4))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("No slice from 2 to 4 of a sequence of 3 elements");
        assertThatThrownBy(() -> new SequenceSlice<>(sequence, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new SequenceSlice<>(sequence, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 48, 49, 200, 2_400})
    void theDifferenceOfTwoSlicesTurnsTheOneIntoTheOther(int size) {
        for (long seed = 1; seed <= 60; seed++) {
            Seeds.run(seed, random -> {
                SortedSequence<Item> before = Item.evens(size);
                SortedSequence<Item> after = before.patch(items(random, size), items(random, size));
                check(anySlice(random, before), anySlice(random, after));
                check(anySlice(random, before), anySlice(random, before));
            });
        }
    }

    @Test
    void aWindowThatMovesByOneLosesOneElementAndGainsOne() {
        SortedSequence<Item> sequence = Item.evens(LARGE);
        List<String> log = new ArrayList<>();

        int looks = new SequenceSlice<>(sequence, 100, 90_100)
                .diff(new SequenceSlice<>(sequence, 101, 90_101), new Recording(log));

        assertThat(log).containsExactly("removed 0 at 200", "added 89999 at 180200");
        assertThat(looks).isLessThan(300);
    }

    @Test
    void aChangeOutsideOfBothSlicesIsNone() {
        SortedSequence<Item> before = Item.evens(LARGE);
        List<String> log = new ArrayList<>();

        new SequenceSlice<>(before, 50, 100)
                .diff(new SequenceSlice<>(before.without(Item.of(400)), 50, 100), new Recording(log));
        new SequenceSlice<>(before, 50, 100)
                .diff(new SequenceSlice<>(before.without(Item.of(2)), 49, 99), new Recording(log));

        assertThat(log).isEmpty();
    }

    @Test
    void slicesMatchByTheirElementsWithoutALookAtWhatTheyShare() {
        SortedSequence<Item> sequence = Item.evens(LARGE);
        SequenceSlice<Item> slice = new SequenceSlice<>(sequence, 10, 90_000);
        SequenceSlice<Item> same = new SequenceSlice<>(sequence.with(new Item(60_000, "")), 10, 90_000);
        SequenceSlice<Item> other = new SequenceSlice<>(sequence.with(new Item(60_000, "other")), 10, 90_000);

        assertThat(slice.matches(same, Item::equals)).isTrue();
        assertThat(slice.matches(other, Item::equals)).isFalse();
        assertThat(slice.matches(new SequenceSlice<>(sequence, 11, 90_001), Item::equals))
                .isFalse();
        assertThat(slice.matches(new SequenceSlice<>(sequence, 10, 90_001), Item::equals))
                .isFalse();
        assertThat(SequenceComparison.costOfMatch(slice, same, Item::equals)).isBetween(1, 299);
    }

    private static SequenceSlice<Item> anySlice(SplittableRandom random, SortedSequence<Item> sequence) {
        int from = random.nextInt(sequence.size() + 1);
        return new SequenceSlice<>(sequence, from, from + random.nextInt(sequence.size() - from + 1));
    }

    private static void check(SequenceSlice<Item> before, SequenceSlice<Item> after) {
        List<Item> list = new ArrayList<>();
        before.forEach(list::add);
        List<Item> expected = new ArrayList<>();
        after.forEach(expected::add);
        before.diff(after, new Replaying(list));
        assertThat(list).hasSameSizeAs(expected);
        for (int i = 0; i < list.size(); i++) {
            assertThat(list.get(i)).as("element %s", i).isSameAs(expected.get(i));
        }
    }

    private static List<Item> items(SplittableRandom random, int size) {
        TreeSet<Item> items = new TreeSet<>(Item.ORDER);
        for (int i = random.nextInt(20); i > 0; i--) {
            items.add(new Item(random.nextInt(2 * size + 4), "new"));
        }
        return new ArrayList<>(items);
    }

    /** Applies what it is told to a list. */
    private static final class Replaying implements SortedSequence.Difference<Item> {
        private final List<Item> list;
        private int shift;

        Replaying(List<Item> list) {
            this.list = list;
        }

        @Override
        public void removed(int oldIndex, Item element) {
            assertThat(list.remove(oldIndex + shift--)).isSameAs(element);
        }

        @Override
        public void added(int newIndex, Item element) {
            list.add(newIndex, element);
            shift++;
        }

        @Override
        public void updated(int oldIndex, int newIndex, Item before, Item after) {
            assertThat(oldIndex + shift).isEqualTo(newIndex);
            assertThat(list.set(newIndex, after)).isSameAs(before);
        }
    }

    /** Writes down what it is told. */
    private record Recording(List<String> log) implements SortedSequence.Difference<Item> {
        @Override
        public void removed(int oldIndex, Item element) {
            log.add("removed " + oldIndex + " at " + element.number());
        }

        @Override
        public void added(int newIndex, Item element) {
            log.add("added " + newIndex + " at " + element.number());
        }

        @Override
        public void updated(int oldIndex, int newIndex, Item before, Item after) {
            log.add("updated " + newIndex);
        }
    }
}
