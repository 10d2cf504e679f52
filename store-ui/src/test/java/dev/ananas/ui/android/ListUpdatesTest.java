package dev.ananas.ui.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ListAnswer;
import dev.ananas.orm.query.LiveWindow;
import dev.ananas.ui.ManualThread;
import dev.ananas.ui.People;
import dev.ananas.ui.UiScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What adapters hear. Needs no Android: these tests run everywhere. */
class ListUpdatesTest {
    private final ManualThread ui = new ManualThread();
    private final UiScope scope = UiScope.of("test", ui, error -> {
        throw new AssertionError(error);
    });
    private final AndroidScope android = AndroidScope.on(scope);
    private final People people = People.of(10);
    private ListUpdates<Row> updates = new ListUpdates<>(RangeCallbacks.whole(() -> {}));
    private final StrictRanges strict = new StrictRanges(() -> updates);

    @AfterEach
    void close() {
        scope.close();
        people.close();
    }

    private void show(ListAnswer<Row> answer) {
        updates = android.list(answer, strict);
        ui.awaitUntil(() -> strict.applied() == 1);
        strict.calls().clear();
    }

    private List<String> callsOf(Runnable write) {
        show(people.byRank());
        write.run();
        ui.awaitUntil(() -> strict.applied() == 2);
        assertThat(updates.list()).isEqualTo(people.byRank().get());
        return strict.calls();
    }

    @Test
    void theFirstListIsAnInsertion() {
        updates = android.list(people.byRank(), strict);
        assertThat(updates.size()).isZero();
        assertThat(updates.version()).isZero();
        ui.awaitFrame();
        assertThat(strict.calls()).containsExactly("inserted 0 10");
        assertThat(updates.list()).isEqualTo(people.byRank().get());
        assertThat(updates.get(3)).isSameAs(updates.list().get(3));
        assertThat(updates.version()).isEqualTo(people.store.version());
    }

    @Test
    void anEmptyFirstListIsToldAsApplied() {
        updates = android.list(people.query().where("name", "nobody"), strict);
        ui.awaitFrame();
        assertThat(strict.calls()).isEmpty();
        assertThat(strict.applied()).isEqualTo(1);
    }

    @Test
    void aNewStateIsAChangeOfThatRowAloneAndNamesTheAttribute() {
        assertThat(callsOf(() -> people.name(3, "Ada"))).containsExactly("changed 2 1 [name]");
    }

    @Test
    void aMoveIsAMoveAndAChange() {
        assertThat(callsOf(() -> people.rank(3, 75))).containsExactly("moved 2 6", "changed 6 1 [rank]");
    }

    @Test
    void neighboursComeTogether() {
        assertThat(callsOf(() -> people.store.transaction("many", () -> {
                    people.people.delete(1);
                    people.people.delete(2);
                    people.people.saveMap(Map.of("id", 11, "rank", 101));
                    people.people.saveMap(Map.of("id", 12, "rank", 102));
                    people.name(4, "Ada");
                    people.name(5, "Bob");
                })))
                .containsExactly("removed 0 2", "inserted 8 2", "changed 1 2 [name]");
    }

    @Test
    void aWindowThatMovesTellsWhatComesAndWhatGoes() {
        LiveWindow<Row> window = people.query().window(0, 3);
        updates = android.list(window, strict);
        ui.awaitUntil(() -> strict.applied() == 1);
        strict.calls().clear();
        window.show(2, 4);
        ui.awaitUntil(() -> strict.applied() == 2);
        assertThat(strict.calls()).containsExactly("removed 0 2", "inserted 1 3");
        scope.close();
        assertThatThrownBy(() -> window.show(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomWritesGiveTheLiveListAtEveryChange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        show(people.byRank());
        List<String> kinds = new ArrayList<>();
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
            ui.awaitUntil(() -> updates.list().equals(expected));
            assertThat(updates.list()).as("seed %d, round %d", seed, round).isEqualTo(expected);
            strict.calls().forEach(call -> kinds.add(call.substring(0, call.indexOf(' '))));
            strict.calls().clear();
        }
        assertThat(strict.applied()).as("seed %d", seed).isGreaterThan(20);
        assertThat(kinds).contains("removed", "moved", "inserted", "changed");
    }

    @Test
    void whatComesWhileTheThreadIsBusyIsOneChange() {
        show(people.byRank());
        people.name(1, "first");
        ui.awaitPending();
        IntStream.range(0, 1_000).forEach(i -> people.name(2 + i % 5, "n" + i));
        ui.awaitUntil(() -> updates.list().equals(people.byRank().get()));
        assertThat(strict.applied()).isEqualTo(3);
    }

    @Test
    void nothingIsToldAfterTheScopeClosed() {
        show(people.byRank());
        people.name(1, "late");
        ui.awaitPending();
        android.close();
        ui.frame();
        assertThat(strict.calls()).isEmpty();
        assertThat(updates.get(0).get("name")).isEqualTo("P1");
        assertThatThrownBy(() -> android.list(people.byRank(), strict))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The scope \"test\" is closed");
    }

    @Test
    void aThousandOpenedAndClosedLeaveNothing() {
        for (int i = 0; i < 1_000; i++) {
            AndroidScope screen = android.child("screen " + i);
            ListUpdates<Row> rows = screen.list(people.byRank(), RangeCallbacks.whole(() -> {}));
            if (i % 10 == 0) {
                ui.awaitUntil(() -> rows.size() == 10);
                people.name(1, "n" + i);
            }
            screen.close();
        }
        people.awaitNothingLive();
        assertThat(android.open()).isEmpty();
        assertThat(people.db.describe().levels()).isEmpty();
    }

    @Test
    void aWholeListIsToldOnceForEachChange() {
        List<Integer> sizes = new ArrayList<>();
        updates = android.list(people.byRank(), RangeCallbacks.whole(() -> sizes.add(updates.size())));
        ui.awaitUntil(() -> sizes.size() == 1);
        people.people.delete(5);
        ui.awaitUntil(() -> sizes.size() == 2);
        assertThat(sizes).containsExactly(10, 9);
    }

    /** The methods of an adapter of a list with ranges, by the names and parameters they have in androidx. */
    private static class RangeAdapter {
        final List<String> notified = new ArrayList<>();

        void notifyItemRangeInserted(int position, int count) {
            notified.add("inserted " + position + " " + count);
        }

        void notifyItemRangeRemoved(int position, int count) {
            notified.add("removed " + position + " " + count);
        }

        void notifyItemMoved(int from, int to) {
            notified.add("moved " + from + " " + to);
        }

        void notifyItemRangeChanged(int position, int count) {
            notifyItemRangeChanged(position, count, null);
        }

        void notifyItemRangeChanged(int position, int count, Object payload) {
            notified.add("changed " + position + " " + count + " " + payload);
        }
    }

    private final class PeopleAdapter extends RangeAdapter {
        final ListUpdates<Row> rows = android.list(
                people.byRank(),
                RangeCallbacks.of(
                        this::notifyItemRangeInserted,
                        this::notifyItemRangeRemoved,
                        this::notifyItemMoved,
                        this::notifyItemRangeChanged));

        int getItemCount() {
            return rows.size();
        }
    }

    @Test
    void anAdapterWithRangesNeedsItsFourMethodsAlone() {
        PeopleAdapter adapter = new PeopleAdapter();
        ui.awaitUntil(() -> adapter.getItemCount() == 10);
        people.store.transaction("all", () -> {
            people.people.delete(1);
            people.people.saveMap(Map.of("id", 11, "rank", 500));
            people.rank(3, 75);
        });
        ui.awaitUntil(() -> adapter.notified.size() > 1);
        assertThat(adapter.notified)
                .containsExactly("inserted 0 10", "removed 0 1", "moved 1 5", "inserted 9 1", "changed 5 1 [rank]");
    }

    @Test
    void wholeNumbersAreTheirOwnIds() {
        RowIds<Object> ids = RowIds.by(key -> key);
        assertThat(ids.of(7L)).isEqualTo(7);
        assertThat(ids.of(7)).isEqualTo(7);
    }

    @Test
    void otherKeysKeepTheIdTheyGotFirst() {
        RowIds<Object> ids = RowIds.by(key -> key);
        long first = ids.of("de");
        assertThat(Set.of(first, ids.of("fr"), ids.of(List.of(1, 2)))).hasSize(3);
        assertThat(ids.of("d" + "e")).isEqualTo(first).isNegative().isNotEqualTo(Long.MIN_VALUE);
    }
}
