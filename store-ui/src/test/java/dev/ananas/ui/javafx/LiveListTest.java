package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.ui.ManualThread;
import dev.ananas.ui.People;
import dev.ananas.ui.UiScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list needs no toolkit: these tests run everywhere. */
class LiveListTest {
    private final ManualThread ui = new ManualThread();
    private final UiScope scope = UiScope.of("test", ui, error -> {
        throw new AssertionError(error);
    });
    private final FxScope fx = FxScope.on(scope);
    private People people = People.of(10);

    @AfterEach
    void close() {
        scope.close();
        people.close();
    }

    private ObservableList<Row> shown() {
        ObservableList<Row> list = fx.list(people.byRank());
        ui.awaitUntil(() -> list.size() == people.query().count().get());
        return list;
    }

    private List<String> kindsOf(Runnable write) {
        ObservableList<Row> list = shown();
        StrictListener<Row> listener = new StrictListener<>(list, row -> row.get("id"));
        write.run();
        ui.awaitUntil(() -> listener.events() > 0);
        assertThat(list).isEqualTo(people.byRank().get());
        return listener.kinds();
    }

    @Test
    void theFirstListArrivesWithAFrame() {
        ObservableList<Row> list = fx.list(people.byRank());
        assertThat(list).isEmpty();
        StrictListener<Row> listener = new StrictListener<>(list, row -> row.get("id"));
        ui.awaitFrame();
        assertThat(list).isEqualTo(people.byRank().get());
        assertThat(listener.kinds()).containsExactly("added");
    }

    @Test
    void aNewStateIsAnUpdateOfThatRowAlone() {
        assertThat(kindsOf(() -> people.name(3, "Ada"))).containsExactly("updated");
    }

    @Test
    void neighboursThatChangeAreOnePart() {
        assertThat(kindsOf(() -> people.store.transaction("two", () -> {
                    people.name(3, "Ada");
                    people.name(4, "Bob");
                    people.name(9, "Zoe");
                })))
                .containsExactly("updated", "updated");
    }

    @Test
    void aMoveIsAPermutationAndAnUpdate() {
        assertThat(kindsOf(() -> people.rank(3, 75))).containsExactly("permuted", "updated");
    }

    @Test
    void aMoveBesideAnInsertionIsARemovalAndAnAddition() {
        assertThat(kindsOf(() -> people.store.transaction("two", () -> {
                    people.rank(3, 75);
                    people.people.saveMap(Map.of("id", 11, "rank", 5));
                })))
                .containsExactlyInAnyOrder("added", "removed", "added", "updated");
    }

    @Test
    void whatGoesAndWhatComesAtOnePlaceAreTwoParts() {
        assertThat(kindsOf(() -> people.store.transaction("two", () -> {
                    people.people.delete(3);
                    people.people.saveMap(Map.of("id", 11, "rank", 30));
                })))
                .containsExactly("removed", "added");
    }

    @Test
    void aMoveAcrossManyRowsIsNoPermutation() {
        people.close();
        people = People.of(LiveList.WIDEST_PERMUTATION + 10);
        assertThat(kindsOf(() -> people.rank(1, 1_000_000))).containsExactly("removed", "added", "updated");
    }

    @Test
    void nobodyElseChangesTheList() {
        ObservableList<Row> list = shown();
        assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.set(0, list.get(1))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(list).hasSize(10);
    }

    @Test
    void aMovableWindowIsAListAsWell() {
        var window = people.query().window(0, 3);
        ObservableList<Row> list = fx.list(window);
        ui.awaitUntil(() -> list.size() == 3);
        StrictListener<Row> listener = new StrictListener<>(list, row -> row.get("id"));
        window.show(2, 4);
        ui.awaitUntil(() -> list.size() == 4);
        assertThat(People.ids(list)).map(Object::toString).containsExactly("3", "4", "5", "6");
        assertThat(listener.kinds()).containsExactly("removed", "added");
        scope.close();
        assertThatThrownBy(() -> window.show(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomWritesGiveTheLiveListAtEveryEvent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ObservableList<Row> list = shown();
        StrictListener<Row> strict = new StrictListener<>(list, row -> row.get("id"));
        Downstream downstream = new Downstream(list);
        long rounds = Math.max(150, Integer.getInteger("fuzz.seconds", 0) * 150L);
        for (int round = 0; round < rounds; round++) {
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                if (random.nextInt(4) == 0) {
                    people.store.transaction("swap", () -> people.swap(1 + random.nextInt(20), 1 + random.nextInt(20)));
                } else {
                    people.writeAtRandom(random, 20);
                }
            }
            List<Row> expected = people.byRank().get();
            ui.awaitUntil(() -> list.equals(expected));
            assertThat(list).as("seed %d, round %d", seed, round).isEqualTo(expected);
            downstream.check(list);
        }
        assertThat(strict.events()).as("seed %d", seed).isGreaterThan(20);
        assertThat(strict.kinds()).contains("permuted", "removed", "added", "updated");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void otherQueriesGiveTheLiveListAtEveryEvent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ChangingQuery<Row> shown = people.query().changing();
        ObservableList<Row> list = fx.list(shown);
        StrictListener<Row> strict = new StrictListener<>(list, row -> row.get("id"));
        Downstream downstream = new Downstream(list);
        for (int round = 0; round < 100; round++) {
            if (random.nextBoolean()) {
                people.writeAtRandom(random, 20);
            }
            fx.ask(shown, people.queryAtRandom(random));
            List<Row> expected = shown.get();
            ui.awaitUntil(() -> list.equals(expected));
            downstream.check(list);
        }
        assertThat(strict.kinds()).contains("permuted", "removed", "added", "updated");
    }

    @Test
    void moreRangesThanViewsBearAreOnePart() {
        people.close();
        people = People.of(1_200);
        assertThat(kindsOf(() -> people.store.transaction("every second one", () -> {
                    people.name(1, "Ada");
                    IntStream.rangeClosed(1, 600).forEach(id -> people.people.delete(id * 2));
                })))
                .containsExactly("replaced");
    }

    /** Lists of the toolkit that follow this one by its events. */
    private static final class Downstream {
        private final FilteredList<Row> filtered;
        private final List<Row> bound = new ArrayList<>();

        Downstream(ObservableList<Row> list) {
            filtered = new FilteredList<>(list, row -> id(row) % 2 == 0);
            Bindings.bindContent(bound, list);
        }

        private static int id(Row row) {
            return ((Number) row.get("id")).intValue();
        }

        void check(List<Row> list) {
            assertThat(filtered)
                    .isEqualTo(list.stream().filter(row -> id(row) % 2 == 0).toList());
            assertThat(People.ids(bound)).isEqualTo(People.ids(list)); // the binding does not hear of updates
        }
    }

    @Test
    void whatComesWhileTheThreadIsBusyIsOneChange() {
        ObservableList<Row> list = shown();
        StrictListener<Row> strict = new StrictListener<>(list, row -> row.get("id"));
        people.name(1, "first");
        ui.awaitPending();
        IntStream.range(0, 1_000).forEach(i -> people.name(2 + i % 5, "n" + i));
        ui.awaitUntil(() -> list.equals(people.byRank().get()));
        assertThat(strict.events()).isEqualTo(2);
    }
}
