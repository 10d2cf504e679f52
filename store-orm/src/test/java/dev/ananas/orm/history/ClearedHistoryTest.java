package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.Conflict;
import dev.ananas.store.History;
import dev.ananas.store.HistoryState;
import dev.ananas.store.Optimistic;
import dev.ananas.store.StateTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** What was forgotten cannot be undone, and what is under way can still fail. */
class ClearedHistoryTest {
    private final Notes notes = new Notes();
    private final History history = notes.store.history();
    private final Sinks.One<String> first = Sinks.one();
    private final Sinks.One<String> second = Sinks.one();

    ClearedHistoryTest() {
        save("a", 1);
        save("b", 1);
    }

    @AfterEach
    void close() {
        notes.checkLive();
        notes.close();
    }

    private void save(String field, long value) {
        notes.notes.saveMap(Map.of("id", 1L, field, value));
    }

    private Object value(String field) {
        return notes.notes.find(1L).orElseThrow().get(field);
    }

    private void nothingCanBeUndone() {
        StateTree before = notes.store.state();
        HistoryState state = history.state();
        assertThat(state.canUndo()).isFalse();
        assertThat(state.canRedo()).isFalse();
        assertThat(history.undo()).isEmpty();
        assertThat(history.redo()).isEmpty();
        assertThat(notes.store.state()).isSameAs(before);
    }

    @Test
    void aFailureAfterwardsTakesBackItsFieldsAndLeavesNothingToUndo() {
        Optimistic<String> run = notes.store.optimistic("edit", () -> save("a", 9), first.asMono());
        save("b", 5);
        history.clear();
        nothingCanBeUndone();
        assertThat(history.versions()).isEmpty();

        first.tryEmitError(new IllegalStateException("no"));
        assertThat(value("a")).isEqualTo(1L);
        assertThat(value("b")).isEqualTo(5L);
        assertThat(run.outcome().block()).isInstanceOf(Optimistic.RolledBack.class);
        nothingCanBeUndone();
    }

    @Test
    void aLaterValueStaysAndIsReported() {
        List<Conflict> conflicts = new ArrayList<>();
        notes.store.conflicts().subscribe(conflicts::add);
        notes.store.optimistic("edit", () -> save("a", 9), first.asMono());
        save("a", 7);
        history.clear();
        first.tryEmitError(new IllegalStateException("no"));
        assertThat(value("a")).isEqualTo(7L);
        assertThat(conflicts).containsExactly(new Conflict("notes", 1L, "a", 9L, 7L));
        nothingCanBeUndone();
    }

    @Test
    void aConfirmationAfterwardsLeavesNothingToUndoEither() {
        notes.store.optimistic("edit", () -> save("a", 9), first.asMono());
        history.clear();
        first.tryEmitValue("done");
        assertThat(value("a")).isEqualTo(9L);
        nothingCanBeUndone();
    }

    @Test
    void whatComesAfterwardsCanBeUndone() {
        notes.store.optimistic("edit", () -> save("a", 9), first.asMono());
        save("b", 5);
        history.clear();
        save("b", 6);
        notes.store.optimistic("edit again", () -> save("a", 10), second.asMono());
        first.tryEmitError(new IllegalStateException("no"));
        assertThat(value("a")).isEqualTo(10L);

        second.tryEmitError(new IllegalStateException("no"));
        assertThat(value("a")).isEqualTo(1L);
        assertThat(history.undo()).isPresent();
        assertThat(value("b")).isEqualTo(5L);
        nothingIsLeftButARedo();
    }

    private void nothingIsLeftButARedo() {
        assertThat(history.undo()).isEmpty();
        assertThat(history.redo()).isPresent();
        assertThat(value("b")).isEqualTo(6L);
    }

    @Test
    void aStepThatWasTakenBackIsForgottenAsWell() {
        notes.store.optimistic("edit", () -> save("a", 9), first.asMono());
        save("b", 5);
        history.undo();
        history.clear();
        nothingCanBeUndone();
        first.tryEmitError(new IllegalStateException("no"));
        assertThat(value("a")).isEqualTo(1L);
        assertThat(value("b")).isEqualTo(1L);
        nothingCanBeUndone();
    }
}
