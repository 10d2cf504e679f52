package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.store.Conflict;
import dev.ananas.store.Optimistic;
import dev.ananas.store.Store;
import dev.ananas.store.StoreException;
import dev.ananas.store.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class OptimisticTest {
    private final Notes notes = new Notes(Store.create());
    private final Store store = notes.store;
    private final Sinks.One<String> first = Sinks.one();
    private final Sinks.One<String> second = Sinks.one();

    OptimisticTest() {
        save(1, "a", 1);
        save(2, "a", 2);
        save(3, "a", 3);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void save(long id, String field, long value) {
        notes.notes.saveMap(Map.of("id", id, field, value));
    }

    private Object value(long id, String field) {
        return notes.notes.find(id).orElseThrow().get(field);
    }

    private List<Object> ids() {
        return notes.notes.query().get().stream().map(row -> row.get("id")).toList();
    }

    @Test
    void appliesNowAndStaysWhenConfirmed() {
        Optimistic<String> run = store.optimistic("rename", () -> save(1, "a", 9), first.asMono());
        assertThat(value(1, "a")).isEqualTo(9L);
        assertThat(run.isPending()).isTrue();
        first.tryEmitValue("done");
        assertThat(run.outcome().block()).isEqualTo(new Optimistic.Confirmed<>("done"));
        assertThat(value(1, "a")).isEqualTo(9L);
    }

    @Test
    void takesBackItsFieldsAndLeavesThoseOfOthers() {
        Optimistic<String> run = store.optimistic("rename", () -> save(1, "a", 9), first.asMono());
        save(1, "b", 5);
        IllegalStateException cause = new IllegalStateException("no");
        first.tryEmitError(cause);

        assertThat(value(1, "a")).isEqualTo(1L);
        assertThat(value(1, "b")).isEqualTo(5L);
        assertThat(run.outcome().block()).isEqualTo(new Optimistic.RolledBack<>(cause, List.of()));
    }

    @Test
    void aLaterValueStaysAndBothAreReported() {
        List<Conflict> heard = new ArrayList<>();
        store.conflicts().subscribe(heard::add);
        Optimistic<String> run = store.optimistic("rename", () -> save(1, "a", 9), first.asMono());
        save(1, "a", 7);
        run.cancel();

        assertThat(value(1, "a")).isEqualTo(7L);
        Conflict conflict = new Conflict("notes", 1L, "a", 9L, 7L);
        assertThat(heard).containsExactly(conflict);
        Optimistic.Outcome<String> outcome = run.outcome().block();
        assertThat(outcome).isInstanceOf(Optimistic.RolledBack.class);
        Optimistic.RolledBack<String> back = (Optimistic.RolledBack<String>) outcome;
        assertThat(back.cause()).isInstanceOf(CancellationException.class);
        assertThat(back.conflicts()).containsExactly(conflict);
    }

    @Test
    void theValueBelowReturnsWhenTheLaterOneIsTakenBackToo() {
        store.optimistic("one", () -> save(1, "a", 8), first.asMono());
        store.optimistic("two", () -> save(1, "a", 9), second.asMono());
        first.tryEmitError(new IllegalStateException("no"));
        assertThat(value(1, "a")).isEqualTo(9L);
        second.tryEmitError(new IllegalStateException("no"));
        assertThat(value(1, "a")).isEqualTo(1L);
    }

    @Test
    void insertedRowsVanishAndDeletedRowsReturnToTheirPlaces() {
        store.optimistic(
                "swap",
                () -> {
                    notes.notes.delete(2L);
                    save(4, "a", 4);
                },
                first.asMono());
        assertThat(ids()).containsExactly(1L, 3L, 4L);
        save(5, "a", 5);
        first.tryEmitError(new IllegalStateException("no"));
        assertThat(ids()).containsExactly(1L, 2L, 3L, 5L);
    }

    @Test
    void isOneTransitionForwardsAndOneBack() {
        List<Transition> transitions = new ArrayList<>();
        store.transitions().subscribe(transitions::add);
        store.optimistic(
                "both",
                () -> {
                    save(1, "a", 9);
                    save(2, "a", 9);
                },
                Mono.error(new IllegalStateException("no")));
        assertThat(transitions)
                .extracting(transition -> transition.action().name())
                .containsExactly("both", "roll back both");
        assertThat(transitions.get(1).changes().size()).isEqualTo(2);
    }

    @Test
    void theAnswerIsWrittenWithTheConfirmation() {
        store.optimistic(
                "rename", () -> save(1, "a", 9), first.asMono().map(Long::valueOf), answer -> save(1, "b", answer));
        first.tryEmitValue("77");
        assertThat(value(1, "b")).isEqualTo(77L);
    }

    @Test
    void anAnswerThatCannotBeWrittenTakesAllBack() {
        RuntimeException fault = new IllegalArgumentException("bad answer");
        Optimistic<String> run = store.optimistic("rename", () -> save(1, "a", 9), first.asMono(), answer -> {
            throw fault;
        });
        first.tryEmitValue("x");
        assertThat(value(1, "a")).isEqualTo(1L);
        assertThat(run.outcome().block()).isEqualTo(new Optimistic.RolledBack<>(fault, List.of()));
    }

    @Test
    void aTimeoutOfTheConfirmationTakesItBack() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            store.optimistic("rename", () -> save(1, "a", 9), first.asMono().timeout(Duration.ofSeconds(3)));
            time.advanceTimeBy(Duration.ofSeconds(2));
            assertThat(value(1, "a")).isEqualTo(9L);
            time.advanceTimeBy(Duration.ofSeconds(2));
            assertThat(value(1, "a")).isEqualTo(1L);
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void closingTheStoreTakesBackWhatIsUnderWay() {
        Optimistic<String> run = store.optimistic("rename", () -> save(1, "a", 9), first.asMono());
        List<List<Row>> seen = new ArrayList<>();
        notes.notes.query().flux().subscribe(seen::add);
        store.close();
        assertThat(value(1, "a")).isEqualTo(1L);
        assertThat(seen.get(seen.size() - 1).get(0).<Object>get("a")).isEqualTo(1L);
        assertThat(first.currentSubscriberCount()).isZero();
        StepVerifier.create(run.outcome())
                .expectNextMatches(outcome -> !outcome.isConfirmed())
                .verifyComplete();
    }

    @Test
    void anEndInsideATransactionWaitsUntilThatIsOver() {
        Optimistic<String> run = store.optimistic("rename", () -> save(1, "a", 9), first.asMono());
        store.transaction("other", () -> {
            first.tryEmitError(new IllegalStateException("no"));
            assertThat(value(1, "a")).isEqualTo(9L);
            save(2, "b", 1);
        });
        assertThat(value(1, "a")).isEqualTo(1L);
        assertThat(value(2, "b")).isEqualTo(1L);
        assertThat(run.isPending()).isFalse();
    }

    @Test
    void isRefusedInsideATransaction() {
        assertThatThrownBy(() -> store.transaction(
                        "outer", () -> store.optimistic("rename", () -> save(1, "a", 9), first.asMono())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("\"rename\" was refused inside a transaction");
        assertThat(value(1, "a")).isEqualTo(1L);
    }
}
