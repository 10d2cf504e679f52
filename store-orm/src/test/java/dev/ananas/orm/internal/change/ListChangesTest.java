package dev.ananas.orm.internal.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.list.Shown;
import dev.ananas.orm.view.ListChange;
import dev.ananas.orm.view.ListSteps;
import dev.ananas.store.Versioned;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListChangesTest {

    /** An element with a place in the order and a value, each of which may change. */
    private record Element(int number, int place, Value value) implements Shown {
        static final Comparator<Element> ORDER =
                Comparator.comparingInt(Element::place).thenComparingInt(Element::number);

        @Override
        public Object id() {
            return number;
        }
    }

    private static final class Value {
        final int id;
        final int number;

        Value(int id, int number) {
            this.id = id;
            this.number = number;
        }

        @Override
        public String toString() {
            return id + "." + number;
        }
    }

    private static Set<String> differences(Object one, Object other) {
        return ((Value) one).number == ((Value) other).number ? Set.of() : Set.of("number");
    }

    /** The elements of a list, by id; each write makes a new version. */
    private static final class Model {
        private final TreeMap<Integer, Element> elements = new TreeMap<>();
        private SortedSequence<Element> sequence = SortedSequence.empty(Element.ORDER);

        void put(int id, int place, int number) {
            Element before = elements.get(id);
            Value value = before != null && before.value().number == number ? before.value() : new Value(id, number);
            Element after = new Element(id, place, value);
            elements.put(id, after);
            sequence = before == null ? sequence.with(after) : sequence.replace(before, after);
        }

        void remove(int id) {
            Element before = elements.remove(id);
            if (before != null) {
                sequence = sequence.without(before);
            }
        }

        Map<Integer, Integer> places() {
            Map<Integer, Integer> places = new HashMap<>();
            elements.forEach((id, element) -> places.put(id, element.place()));
            return places;
        }

        Integer place(int id) {
            return elements.get(id).place();
        }

        List<Object> list(int from, int to) {
            int start = Math.min(from, sequence.size());
            return new ResultList(sequence, start, Math.max(start, Math.min(to, sequence.size())));
        }

        List<Object> list() {
            return list(0, sequence.size());
        }

        void change(SplittableRandom random, int ids) {
            int id = random.nextInt(ids);
            if (random.nextInt(4) == 0) {
                remove(id);
            } else {
                Element before = elements.get(id);
                boolean stays = before != null && random.nextBoolean();
                put(id, stays ? before.place() : random.nextInt(ids), random.nextInt(3));
            }
        }
    }

    private static ListChange.Change<Object> between(List<Object> before, List<Object> after) {
        ListChanges<Object> changes = new ListChanges<>(ListChangesTest::differences);
        changes.apply(new Versioned<>(1, before));
        return (ListChange.Change<Object>) changes.apply(new Versioned<>(2, after));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7, 30, 300})
    void replayingAllChangesReproducesTheList(int ids) {
        for (long seed = 1; seed <= 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000 + ids);
            Model model = new Model();
            ListChanges<Object> changes = new ListChanges<>(ListChangesTest::differences);
            List<Object> copy = new ArrayList<>(List.of("whatever"));
            for (int step = 0; step < 20; step++) {
                Map<Integer, Integer> places = model.places();
                for (int i = random.nextInt(1 + random.nextInt(2 * ids)); i >= 0; i--) {
                    model.change(random, ids);
                }
                boolean windowed = random.nextInt(3) > 0;
                int from = windowed ? random.nextInt(ids) : 0;
                List<Object> list = windowed ? model.list(from, from + random.nextInt(ids)) : model.list();
                List<Object> before = new ArrayList<>(copy);

                ListChange<Object> change = changes.apply(new Versioned<>(step, list));
                change.applyTo(copy);

                assertThat(copy)
                        .as("seed %s, step %s", seed, step)
                        .usingElementComparator(SAME)
                        .isEqualTo(list);
                if (change instanceof ListChange.Change<Object> differs) {
                    assertThat(differs.before()).isEqualTo(before);
                    checkPositions(differs, ids <= 7 ? id -> model.place(id).equals(places.get(id)) : null);
                }
            }
        }
    }

    private static final Comparator<Object> SAME = (one, other) -> one == other ? 0 : 1;

    /** What the parts of a change say, found out from the two lists alone. */
    private static void checkPositions(ListChange.Change<Object> change, @Nullable Predicate<Integer> places) {
        List<Integer> before = ids(change.before());
        List<Integer> after = ids(change.list());
        assertThat(at(before, positions(change.removed()))).isEqualTo(without(before, new HashSet<>(after)));
        assertThat(at(after, positions(change.inserted()))).isEqualTo(without(after, new HashSet<>(before)));
        for (ListChange.Move move : change.moved()) {
            assertThat(before.get(move.from())).isEqualTo(after.get(move.to()));
        }
        List<Integer> updated = new ArrayList<>();
        change.updated()
                .forEach(update ->
                        updated.addAll(positions(List.of(new ListChange.Range(update.position(), update.count())))));
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            int then = before.indexOf(after.get(i));
            if (then >= 0 && change.before().get(then) != change.list().get(i)) {
                different.add(i);
            }
        }
        assertThat(updated).isEqualTo(different);
        if (places != null) {
            List<Integer> kept = without(before, new HashSet<>(without(before, new HashSet<>(after))));
            List<Integer> now = without(after, new HashSet<>(without(after, new HashSet<>(before))));
            assertThat(change.moved()).hasSize(fewestMoves(kept, now, places));
        }
    }

    /** The smallest number of ids that have to be taken out for the others to be in the same order; ids in place stay. */
    private static int fewestMoves(List<Integer> kept, List<Integer> now, Predicate<Integer> inPlace) {
        int fewest = kept.size();
        for (int out = 0; out < 1 << kept.size(); out++) {
            Set<Integer> moved = new HashSet<>();
            for (int i = 0; i < kept.size(); i++) {
                if ((out >> i & 1) == 1) {
                    moved.add(kept.get(i));
                }
            }
            if (moved.size() < fewest
                    && moved.stream().noneMatch(inPlace)
                    && without(kept, moved).equals(without(now, moved))) {
                fewest = moved.size();
            }
        }
        return fewest;
    }

    private static List<Integer> ids(List<Object> list) {
        List<Integer> ids = new ArrayList<>();
        list.forEach(value -> ids.add(((Value) value).id));
        return ids;
    }

    private static List<Integer> positions(List<ListChange.Range> ranges) {
        List<Integer> positions = new ArrayList<>();
        for (ListChange.Range range : ranges) {
            for (int i = range.position(); i < range.end(); i++) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static List<Integer> at(List<Integer> ids, List<Integer> positions) {
        List<Integer> some = new ArrayList<>();
        positions.forEach(position -> some.add(ids.get(position)));
        return some;
    }

    private static List<Integer> without(List<Integer> ids, Set<Integer> others) {
        List<Integer> rest = new ArrayList<>(ids);
        rest.removeIf(others::contains);
        return rest;
    }

    @Test
    void theFirstListIsInitial() {
        Model model = new Model();
        model.put(1, 1, 0);
        ListChange<Object> change =
                new ListChanges<>(ListChangesTest::differences).apply(new Versioned<>(7, model.list()));

        assertThat(change).isInstanceOf(ListChange.Initial.class);
        assertThat(change.version()).isEqualTo(7);
        assertThat(change.list()).hasToString("[1.0]");
    }

    @Test
    void anElementThatChangesItsPlaceIsMovedAndUpdated() {
        Model model = tens(5);
        List<Object> before = model.list();
        model.put(1, 45, 9);

        ListChange.Change<Object> change = between(before, model.list());

        assertThat(change)
                .hasToString("Change[version=2, removed=[], inserted=[], moved=[Move[from=1, to=4]],"
                        + " updated=[Update[position=4, count=1, attributes=[number]]], 5 -> 5 models]");
        assertThat(steps(change)).containsExactly("move 1 to 4", "update 4 [1.9] [number]");
    }

    @Test
    void anElementThatStaysBetweenTheSameNeighboursIsUpdatedAlone() {
        Model model = tens(5);
        List<Object> before = model.list();
        model.put(1, 14, 9);

        assertThat(steps(between(before, model.list()))).containsExactly("update 1 [1.9] [number]");
    }

    @Test
    void neighboursComeTogetherAndStepsGoFromTheBackToTheFrontAndThere() {
        Model model = tens(8);
        List<Object> before = model.list();
        model.remove(0);
        model.remove(1);
        model.remove(6);
        model.put(20, 41, 0);
        model.put(21, 42, 0);
        model.put(22, 99, 0);
        model.put(3, 30, 5);
        model.put(4, 40, 5);

        ListChange.Change<Object> change = between(before, model.list());

        assertThat(change.removed()).containsExactly(new ListChange.Range(0, 2), new ListChange.Range(6, 1));
        assertThat(change.inserted()).containsExactly(new ListChange.Range(3, 2), new ListChange.Range(7, 1));
        assertThat(steps(change))
                .containsExactly(
                        "remove 1 at 6",
                        "remove 2 at 0",
                        "insert [20.0, 21.0] at 3",
                        "insert [22.0] at 7",
                        "update 1 [3.5, 4.5] [number]");
    }

    @Test
    void aReversedListMovesAllButOne() {
        Model model = tens(200);
        List<Object> before = model.list();
        for (int id = 0; id < 200; id++) {
            model.put(id, -10 * id, 0);
        }

        ListChange.Change<Object> change = between(before, model.list());

        assertThat(change.moved()).hasSize(199);
        assertThat(change.updated()).isEmpty();
        List<Object> copy = new ArrayList<>(before);
        change.applyTo(copy);
        assertThat(copy).isEqualTo(model.list());
    }

    private static Model tens(int n) {
        Model model = new Model();
        for (int id = 0; id < n; id++) {
            model.put(id, 10 * id, 0);
        }
        return model;
    }

    private static List<String> steps(ListChange<Object> change) {
        List<String> steps = new ArrayList<>();
        change.replay(new ListSteps<>() {
            @Override
            public void initial(List<Object> list) {
                steps.add("initial " + list);
            }

            @Override
            public void removed(int position, int count) {
                steps.add("remove " + count + " at " + position);
            }

            @Override
            public void moved(int from, int to) {
                steps.add("move " + from + " to " + to);
            }

            @Override
            public void inserted(int position, List<Object> models) {
                steps.add("insert " + models + " at " + position);
            }

            @Override
            public void updated(int position, List<Object> models, Set<String> attributes) {
                steps.add("update " + position + " " + models + " " + attributes);
            }
        });
        return steps;
    }
}
