package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSequenceIterationTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 47, 48, 49, 2_000, 5_000})
    void allWaysToVisitAgree(int n) {
        SortedSequence<Item> sequence = Item.evens(n);
        List<Item> model = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            model.add(Item.of(2 * i));
        }
        List<Item> byIterator = new ArrayList<>();
        sequence.iterator().forEachRemaining(byIterator::add);
        List<Item> byForEach = new ArrayList<>();
        sequence.forEach(byForEach::add);
        List<Item> descending = new ArrayList<>();
        sequence.descendingIterator().forEachRemaining(descending::add);
        Collections.reverse(descending);

        assertThat(byIterator).isEqualTo(model);
        assertThat(byForEach).isEqualTo(model);
        assertThat(descending).isEqualTo(model);
        assertThat(sequence.toArray()).isEqualTo(model.toArray());
        assertThat(sequence.toArray(new Item[0])).isEqualTo(model.toArray());
        assertThat(sequence.stream().collect(Collectors.toList())).isEqualTo(model);
        assertThat(sequence.parallelStream().collect(Collectors.toList())).isEqualTo(model);
    }

    @Test
    void aLongerArrayIsTerminatedByNull() {
        Item[] array = new Item[4];
        Arrays.fill(array, Item.of(-1));

        assertThat(Item.evens(2).toArray(array)).isSameAs(array);
        assertThat(array).containsExactly(Item.of(0), Item.of(2), null, Item.of(-1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 48, 49, 3_000})
    void aCursorWalksRandomlyLikeThatOfAnArrayList(int n) {
        SortedSequence<Item> sequence = Item.evens(n);
        List<Item> model = new ArrayList<>(sequence);
        for (long seed = 1; seed <= 20; seed++) {
            Seeds.run(seed, random -> {
                int start = random.nextInt(n + 1);
                ListIterator<Item> cursor = sequence.listIterator(start);
                ListIterator<Item> expected = model.listIterator(start);
                boolean forward = true;
                for (int step = 0; step < 1_000; step++) {
                    forward = random.nextInt(20) == 0 ? random.nextBoolean() : forward;
                    assertThat(cursor.hasNext()).isEqualTo(expected.hasNext());
                    assertThat(cursor.hasPrevious()).isEqualTo(expected.hasPrevious());
                    assertThat(cursor.nextIndex()).isEqualTo(expected.nextIndex());
                    assertThat(cursor.previousIndex()).isEqualTo(expected.previousIndex());
                    if (forward && expected.hasNext()) {
                        assertThat(cursor.next()).isSameAs(expected.next());
                    } else if (!forward && expected.hasPrevious()) {
                        assertThat(cursor.previous()).isSameAs(expected.previous());
                    }
                }
            });
        }
    }

    @Test
    void cursorsStopAtBothEnds() {
        SortedSequence<Item> sequence = Item.evens(100);

        assertThatThrownBy(sequence.listIterator(100)::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(sequence.listIterator(0)::previous).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(SortedSequence.empty(Item.ORDER).iterator()::next)
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aSpliteratorSplitsByIndexAndStaysExact() {
        SortedSequence<Item> sequence = Item.evens(1_000);
        Spliterator<Item> rest = sequence.spliterator();
        int wanted = Spliterator.SIZED | Spliterator.SUBSIZED | Spliterator.ORDERED | Spliterator.IMMUTABLE;
        List<Item> seen = new ArrayList<>();

        assertThat(rest.hasCharacteristics(wanted)).isTrue();
        rest.tryAdvance(seen::add);
        Spliterator<Item> prefix = rest.trySplit();
        assertThat(prefix).isNotNull();
        assertThat(prefix.getExactSizeIfKnown() + rest.getExactSizeIfKnown()).isEqualTo(999);
        prefix.tryAdvance(seen::add);
        prefix.forEachRemaining(seen::add);
        rest.forEachRemaining(seen::add);
        assertThat(seen).isEqualTo(sequence);
        assertThat(rest.tryAdvance(seen::add)).isFalse();
        assertThat(rest.trySplit()).isNull();
    }
}
