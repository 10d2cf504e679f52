package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.LiveWindow;
import dev.ananas.ui.People;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.swing.ListModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveListModelTest {
    private Shown shown = Shown.of(10);

    @AfterEach
    void close() {
        shown.close();
    }

    private StrictListListener<Row> listening() {
        ListModel<Row> model = shown.swing.list(shown.people.byRank());
        shown.ui.awaitUntil(
                () -> model.getSize() == shown.people.query().count().get());
        return new StrictListListener<>(model, Shown::id);
    }

    private List<String> eventsOf(Runnable write) {
        StrictListListener<Row> listener = listening();
        shown.people.store.transaction("write", write);
        shown.ui.awaitUntil(() -> !listener.events().isEmpty());
        assertThat(listener.rows()).isEqualTo(shown.people.byRank().get());
        return listener.events();
    }

    @Test
    void theFirstListArrivesWithAFrame() {
        ListModel<Row> model = shown.swing.list(shown.people.byRank());
        assertThat(model.getSize()).isZero();
        StrictListListener<Row> listener = new StrictListListener<>(model, Shown::id);
        shown.ui.awaitFrame();
        assertThat(listener.events()).containsExactly("inserted 0..9");
        assertThat(listener.rows()).isEqualTo(shown.people.byRank().get());
    }

    @Test
    void aNewStateIsAChangeOfThatRowAlone() {
        assertThat(eventsOf(() -> shown.people.name(3, "Ada"))).containsExactly("updated 2..2");
    }

    @Test
    void neighboursAreOneEvent() {
        assertThat(eventsOf(() -> {
                    shown.people.name(3, "Ada");
                    shown.people.people.saveMap(Map.of("id", 4, "name", "Bob"));
                    shown.people.people.delete(8);
                    shown.people.people.delete(9);
                }))
                .containsExactly("updated 2..3", "removed 7..8");
    }

    @Test
    void aMoveIsARemovalAndAnAddition() {
        assertThat(eventsOf(() -> shown.people.rank(3, 75))).containsExactly("removed 2..2", "inserted 6..6");
        assertThat(eventsOf(() -> shown.people.rank(9, 5))).containsExactly("inserted 0..0", "removed 9..9");
    }

    @Test
    void positionsAreThoseOfTheListBehindTheEventsSoFar() {
        assertThat(eventsOf(() -> {
                    shown.people.people.delete(1);
                    shown.people.people.saveMap(Map.of("id", 11, "rank", 45));
                    shown.people.name(7, "Ada");
                }))
                .containsExactly("removed 0..0", "inserted 3..3", "updated 6..6");
    }

    @Test
    void aRowThatComesWhereAnotherGoesIsNoChangeOfContents() {
        assertThat(eventsOf(() -> {
                    shown.people.people.delete(3);
                    shown.people.people.saveMap(Map.of("id", 11, "rank", 30));
                }))
                .containsExactly("removed 2..2", "inserted 2..2");
    }

    @Test
    void veryManyDifferencesAreToldAsOne() {
        shown.close();
        shown = Shown.of(3 * Sweep.MOST_STEPS);
        int last = 3 * Sweep.MOST_STEPS;
        assertThat(eventsOf(() -> IntStream.rangeClosed(2, last)
                        .filter(id -> id % 2 == 0)
                        .forEach(id -> shown.people.name(id, "new"))))
                .containsExactly("updated 1.." + (last - 1));
        assertThat(eventsOf(() -> IntStream.range(2, last)
                        .filter(id -> id % 2 == 0)
                        .forEach(id -> shown.people.people.delete(id))))
                .containsExactly("removed 1.." + (last - 3), "inserted 1.." + (last / 2 - 2));
    }

    @Test
    void aMovableWindowIsAListAsWell() {
        LiveWindow<Row> window = shown.people.query().window(0, 3);
        ListModel<Row> model = shown.swing.list(window);
        shown.ui.awaitUntil(() -> model.getSize() == 3);
        StrictListListener<Row> listener = new StrictListListener<>(model, Shown::id);
        window.show(2, 4);
        shown.ui.awaitUntil(() -> model.getSize() == 4);
        assertThat(listener.rows()).extracting(Shown::id).containsExactly(3, 4, 5, 6);
        assertThat(listener.events()).containsExactly("removed 0..1", "inserted 1..3");
        shown.scope.close();
        assertThatThrownBy(() -> window.show(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRowThatIsNotThereIsRefused() {
        StrictListListener<Row> listener = listening();
        assertThat(listener.rows()).hasSize(10);
        ListModel<Row> model = shown.swing.list(shown.people.byRank());
        assertThatThrownBy(() -> model.getElementAt(0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("no row 0");
    }

    @Test
    void whatComesWhileTheThreadIsBusyIsOneChange() {
        StrictListListener<Row> listener = listening();
        shown.people.name(1, "first");
        shown.ui.awaitPending();
        IntStream.range(0, 1_000).forEach(i -> shown.people.name(2 + i % 5, "n" + i));
        shown.ui.awaitUntil(() -> listener.rows().equals(shown.people.byRank().get()));
        assertThat(listener.events()).containsExactly("updated 0..0", "updated 1..5");
    }

    @Test
    void aRemovedListenerHearsNothing() {
        ListModel<Row> model = shown.swing.list(shown.people.byRank());
        StrictListListener<Row> listener = new StrictListListener<>(model, Shown::id);
        model.removeListDataListener(listener);
        shown.ui.awaitFrame();
        assertThat(model.getSize()).isEqualTo(10);
        assertThat(listener.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomWritesGiveTheLiveListAtEveryEvent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StrictListListener<Row> strict = listening();
        for (long round = 0; round < Shown.rounds(); round++) {
            shown.write(random);
            List<Row> expected = shown.people.byRank().get();
            shown.ui.awaitUntil(() -> strict.rows().equals(expected));
            assertThat(strict.rows()).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
        assertThat(People.ids(strict.rows()))
                .isEqualTo(People.ids(shown.people.byRank().get()));
        assertThat(strict.events())
                .as("seed %d", seed)
                .anyMatch(event -> event.startsWith("inserted"))
                .anyMatch(event -> event.startsWith("removed"))
                .anyMatch(event -> event.startsWith("updated"))
                .hasSizeGreaterThan(100);
    }
}
