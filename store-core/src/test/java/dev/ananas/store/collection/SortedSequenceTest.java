package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSequenceTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 47, 48, 49, 84, 85, 1_764, 2_304, 2_305, 100_000})
    void aSequenceOfSortedElementsHoldsThem(int n) {
        SortedSequence<Item> sequence = Item.evens(n);
        List<Item> model = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            model.add(Item.of(2 * i));
        }

        SequenceCheck.check(sequence);
        assertThat(sequence.equals(model)).isTrue();
        assertThat(sequence.hashCode()).isEqualTo(model.hashCode());
        assertThat(SortedSequence.ofSorted(Item.ORDER, model)).isEqualTo(sequence);
        for (int i = 0; i < n; i++) {
            if (sequence.get(i).number() != 2 * i || sequence.rank(model.get(i)) != i) {
                throw new AssertionError(i);
            }
        }
    }

    @Test
    void upTo48ElementsAreOneArray() {
        assertThat(Item.evens(48).root()).isInstanceOf(Object[].class);
        assertThat(Item.evens(47).with(Item.of(7)).height()).isZero();
        assertThat(Item.evens(48).with(Item.of(7)).height()).isEqualTo(1);
    }

    @Test
    void copyingSortsAndTakesTheLastOfEqualOnes() {
        Item one = new Item(1, "first");
        Item again = new Item(1, "last");
        SortedSequence<Item> sequence = SortedSequence.copyOf(Item.ORDER, List.of(Item.of(3), one, Item.of(2), again));

        assertThat(sequence).containsExactly(again, Item.of(2), Item.of(3));
        assertThatNullPointerException()
                .isThrownBy(() -> SortedSequence.copyOf(Item.ORDER, Collections.singletonList(null)))
                .withMessage("element");
    }

    @Test
    void theArrayASequenceWasMadeFromIsNotKept() {
        Object[] items = {Item.of(1), Item.of(2)};
        SortedSequence<Item> sequence = SortedSequence.ofSorted(Item.ORDER, items, items.length);
        Arrays.fill(items, null);

        assertThat(sequence).containsExactly(Item.of(1), Item.of(2));
    }

    @Test
    void arraysOfASubtypeDoNotLimitWhatCanBeAdded() {
        Object[] strings = new String[] {"a", "c"};
        Comparator<Object> order = Comparator.comparing(Object::toString);
        SortedSequence<Object> sequence = SortedSequence.ofSorted(order, strings, strings.length);

        assertThat(sequence.with(new StringBuilder("b"))).hasSize(3);
        SequenceCheck.check(sequence);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 48, 49, 5_000})
    void rankTellsTheInsertionPointOfAbsentElements(int n) {
        SortedSequence<Item> sequence = Item.evens(n);
        for (int i = 0; i <= n; i++) {
            assertThat(sequence.rank(Item.of(2 * i - 1))).isEqualTo(-i - 1);
        }
    }

    @Test
    void indexOfGoesByEqualityAfterTheOrder() {
        SortedSequence<Item> sequence = Item.evens(100);

        assertThat(sequence.indexOf(Item.of(50))).isEqualTo(25);
        assertThat(sequence.lastIndexOf(Item.of(50))).isEqualTo(25);
        assertThat(sequence.indexOf(new Item(50, "other"))).isEqualTo(-1);
        assertThat(sequence.contains(Item.of(51))).isFalse();
        assertThat(sequence.contains(null)).isFalse();
    }

    @Test
    void changesLeaveTheOldVersionAsItWas() {
        SortedSequence<Item> old = Item.evens(1_000);
        SortedSequence<Item> changed =
                old.with(Item.of(7)).without(Item.of(500)).replace(Item.of(20), Item.of(1_999));

        SequenceCheck.check(changed);
        assertThat(changed).hasSize(1_000).contains(Item.of(7), Item.of(1_999));
        assertThat(changed).doesNotContain(Item.of(500), Item.of(20));
        assertThat(old).isEqualTo(Item.evens(1_000));
    }

    @Test
    void aChangeOfNothingGivesTheSameInstance() {
        for (int n : new int[] {10, 5_000}) {
            SortedSequence<Item> sequence = Item.evens(n);
            Item present = sequence.get(n / 2);

            assertThat(sequence.with(present)).isSameAs(sequence);
            assertThat(sequence.without(Item.of(3))).isSameAs(sequence);
            assertThat(sequence.replace(present, present)).isSameAs(sequence);
            assertThat(sequence.patch(List.of(), List.of())).isSameAs(sequence);
        }
    }

    @Test
    void anElementThatComparesAsEqualIsReplaced() {
        Item labelled = new Item(10, "labelled");
        SortedSequence<Item> sequence = Item.evens(100).with(labelled);

        assertThat(sequence).hasSize(100);
        assertThat(sequence.get(5)).isSameAs(labelled);
    }

    @Test
    void mutatorsSayWhatToDoInstead() {
        SortedSequence<Item> list = Item.evens(3);
        List<Consumer<List<Item>>> mutators = List.of(
                l -> l.add(Item.of(1)),
                l -> l.add(0, Item.of(1)),
                l -> l.set(0, Item.of(1)),
                l -> l.remove(0),
                l -> l.remove(Item.of(99)),
                l -> l.addAll(List.of()),
                l -> l.addAll(0, List.of()),
                l -> l.removeAll(List.of()),
                l -> l.retainAll(List.of()),
                l -> l.removeIf(x -> false),
                l -> l.replaceAll(x -> x),
                l -> l.sort(null),
                List::clear,
                l -> l.subList(0, 2).clear(),
                l -> l.subList(0, 2).set(0, Item.of(1)),
                l -> l.listIterator().add(Item.of(1)),
                l -> l.iterator().remove());
        for (Consumer<List<Item>> mutator : mutators) {
            assertThatThrownBy(() -> mutator.accept(list))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageStartingWith("this list is immutable; ");
        }
        assertThat(list).isEqualTo(Item.evens(3));
    }

    @Test
    void indexesOutOfBoundsAreRefused() {
        SortedSequence<Item> sequence = Item.evens(100);

        assertThatThrownBy(() -> sequence.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> sequence.get(100))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("Index 100 out of bounds for length 100");
        assertThatThrownBy(() -> sequence.listIterator(101)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void nullsAreRefusedByName() {
        SortedSequence<Item> sequence = Item.evens(2);

        assertThatNullPointerException().isThrownBy(() -> sequence.with(null)).withMessage("element");
        assertThatNullPointerException()
                .isThrownBy(() -> sequence.without(null))
                .withMessage("element");
        assertThatNullPointerException()
                .isThrownBy(() -> sequence.replace(null, Item.of(1)))
                .withMessage("old");
        assertThatNullPointerException()
                .isThrownBy(() -> sequence.replace(Item.of(1), null))
                .withMessage("now");
        assertThatNullPointerException().isThrownBy(() -> sequence.rank(null)).withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> SortedSequence.empty(null))
                .withMessage("comparator");
    }

    @Test
    void aSubListIsARandomAccessView() {
        List<Item> part = Item.evens(1_000).subList(100, 300);

        assertThat(part)
                .isInstanceOf(RandomAccess.class)
                .hasSize(200)
                .startsWith(Item.of(200))
                .endsWith(Item.of(598));
        assertThat(part.indexOf(Item.of(400))).isEqualTo(100);
    }

    @Test
    void equalityDoesNotVisitWhatIsShared() {
        SortedSequence<Item> sequence = Item.evens(100_000);
        SortedSequence<Item> changed = sequence.with(Item.of(100_000));

        assertThat(changed).isNotSameAs(sequence).isEqualTo(sequence);
        assertThat(SequenceComparison.costOfMatch(sequence.whole(), changed.whole(), Item::equals))
                .isBetween(1, 199);
        assertThat(sequence).isNotEqualTo(sequence.with(new Item(100_000, "other")));
        assertThat(sequence).isNotEqualTo(sequence.replace(Item.of(10), Item.of(11)));
        assertThat(sequence).isNotEqualTo(sequence.without(Item.of(10)));
    }

    @Test
    void sequencesOfAnotherShapeAndOtherListsAreEqualByTheirElements() {
        SortedSequence<Item> bulk = Item.evens(3_000);
        SortedSequence<Item> grown = SortedSequence.empty(Item.ORDER);
        for (int i = 2_999; i >= 0; i--) {
            grown = grown.with(Item.of(2 * i));
        }

        assertThat(grown.equals(bulk)).isTrue();
        assertThat(grown.equals(new ArrayList<>(bulk))).isTrue();
        assertThat(new ArrayList<>(bulk).equals(grown)).isTrue();
        assertThat(grown.equals(null)).isFalse();
        assertThat(SortedSequence.empty(Item.ORDER)).isEqualTo(List.of());
    }
}
