package dev.ananas.orm.internal.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultListTest {
    private static final int LARGE = 100_000;

    /** A text at a place. */
    private record Text(int place, String value, int[] reads) implements Shown {
        static final Comparator<Text> ORDER = Comparator.comparingInt(Text::place);

        @Override
        public Object id() {
            return place;
        }

        @Override
        public String value() {
            reads[0]++;
            return value;
        }
    }

    private final int[] reads = new int[1];

    private SortedSequence<Text> texts(int n) {
        Object[] texts = new Object[n];
        for (int i = 0; i < n; i++) {
            texts[i] = text(i, "text " + i);
        }
        return SortedSequence.ofSorted(Text.ORDER, texts, texts.length);
    }

    private Text text(int place, String value) {
        return new Text(place, value, reads);
    }

    @Test
    void aShortListThatWasReadToItsEndIsNotReadOffItsElementsAgain() {
        ToMany<Object> list = ToMany.ofImmutable(new ResultList(texts(5)));
        assertThat(list.get(4)).isEqualTo("text 4");
        reads[0] = 0;
        for (int i = 0; i < 5; i++) {
            assertThat(list.get(i)).isEqualTo("text " + i);
        }
        assertThat(reads[0]).isZero();
        assertThatThrownBy(() -> list.get(5))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("Index 5 out of bounds for length 5");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 48, 49, 2_500})
    void aResultIsTheListOfItsValues(int n) {
        SplittableRandom random = new SplittableRandom(n);
        List<Object> model = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            model.add("text " + i);
        }
        ResultList whole = new ResultList(texts(n));
        check(whole, model);
        for (int i = 0; i < 5; i++) {
            int from = random.nextInt(n + 1);
            int to = from + random.nextInt(n - from + 1);
            check(new ResultList(texts(n), from, to), model.subList(from, to));
            check(whole.subList(from, to), model.subList(from, to));
            check(ToMany.ofImmutable(whole).subList(from, to), model.subList(from, to));
        }
        ToMany<Object> loaded = ToMany.ofImmutable(whole);
        check(loaded, model);
        check(loaded, model);
    }

    private static void check(List<?> list, List<?> model) {
        assertThat(list.size()).isEqualTo(model.size());
        assertThat(list.equals(model)).isTrue();
        assertThat(model.equals(list)).isTrue();
        assertThat(list.equals(new ArrayList<>(list))).isTrue();
        assertThat(list.hashCode()).isEqualTo(model.hashCode());
        assertThat(list.toString()).isEqualTo(model.toString());
        assertThat(list.toArray()).isEqualTo(model.toArray());
        assertThat(list.stream().collect(Collectors.toList())).isEqualTo(model);
        assertThat(list.parallelStream().collect(Collectors.toList())).isEqualTo(model);
        List<Object> each = new ArrayList<>();
        list.forEach(each::add);
        assertThat(each).isEqualTo(model);
        walk(list, model);
        for (int i = 0; i < model.size(); i += 1 + model.size() / 7) {
            assertThat((Object) list.get(i)).isSameAs(list.get(i)).isEqualTo(model.get(i));
            assertThat(list.indexOf(model.get(i))).isEqualTo(i);
            assertThat(list.lastIndexOf(model.get(i))).isEqualTo(i);
            assertThat(list.contains(model.get(i))).isTrue();
        }
        assertThat(list.contains("other")).isFalse();
        assertThat(list.contains(null)).isFalse();
        assertThatThrownBy(() -> list.get(list.size())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.listIterator(list.size() + 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.subList(0, list.size() + 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void walk(List<?> list, List<?> model) {
        int start = model.size() / 2;
        ListIterator<?> there = list.listIterator(start);
        for (ListIterator<?> here = model.listIterator(start); here.hasNext(); ) {
            assertThat(there.nextIndex()).isEqualTo(here.nextIndex());
            assertThat((Object) there.next()).isEqualTo(here.next());
        }
        assertThat(there.hasNext()).isFalse();
        assertThatThrownBy(there::next).isInstanceOf(NoSuchElementException.class);
        for (ListIterator<?> here = model.listIterator(model.size()); here.hasPrevious(); ) {
            assertThat(there.previousIndex()).isEqualTo(here.previousIndex());
            assertThat((Object) there.previous()).isEqualTo(here.previous());
        }
        assertThat(there.hasPrevious()).isFalse();
        assertThatThrownBy(there::previous).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void twoVersionsAreComparedWithoutALookAtWhatTheyShare() {
        SortedSequence<Text> before = texts(LARGE);
        ResultList list = new ResultList(before);
        List<?> equal = ToMany.ofImmutable(new ResultList(before.with(text(500, "text 500"))));
        List<?> other = ToMany.ofImmutable(new ResultList(before.with(text(500, "other"))));
        reads[0] = 0;

        assertThat(ToMany.ofImmutable(list).equals(equal)).isTrue();
        assertThat(ToMany.ofImmutable(list).equals(other)).isFalse();
        assertThat(reads[0]).isLessThan(200);
    }

    @Test
    void aDifferenceIsAboutValues() {
        SortedSequence<Text> before = texts(LARGE);
        Text same = before.get(7);
        SortedSequence<Text> after = before.with(text(7, same.value()))
                .with(text(70_000, "other"))
                .without(text(3, ""))
                .with(text(LARGE, "last"));
        List<String> log = new ArrayList<>();

        int looks = new ResultList(before).diff(ResultList.of(ToMany.ofImmutable(new ResultList(after))), log(log));

        assertThat(log).containsExactly("removed 3", "updated 70000 69999 text 70000 other", "added 99999 last");
        assertThat(looks).isLessThan(500);
    }

    private static SortedSequence.Difference<Shown> log(List<String> log) {
        return new SortedSequence.Difference<>() {
            @Override
            public void removed(int oldIndex, Shown element) {
                log.add("removed " + oldIndex);
            }

            @Override
            public void added(int newIndex, Shown element) {
                log.add("added " + newIndex + " " + element.value());
            }

            @Override
            public void updated(int oldIndex, int newIndex, Shown before, Shown after) {
                log.add("updated " + oldIndex + " " + newIndex + " " + before.value() + " " + after.value());
            }
        };
    }

    @Test
    void whatIsNoResultOfALiveQueryIsRefused() {
        assertThatThrownBy(() -> ResultList.of(List.of("text")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not a result of a live query");
    }
}
