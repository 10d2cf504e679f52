package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Repository;
import dev.ananas.orm.history.RandomProgram.Write;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Conflict;
import dev.ananas.store.FieldChange;
import dev.ananas.store.Fork;
import dev.ananas.store.Slice;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class ForkTest {
    private final Notes notes = new Notes();
    private final Fork fork;
    private final Repository<Row> inFork;

    ForkTest() {
        save(notes.notes, 1, "a", 1);
        save(notes.notes, 2, "a", 2);
        fork = notes.store.fork();
        inFork = notes.db.in(fork).repository(notes.note);
    }

    @AfterEach
    void close() {
        fork.close();
        notes.close();
    }

    private static void save(Repository<Row> rows, long id, String field, long value) {
        rows.saveMap(Map.of("id", id, field, value));
    }

    private static Object value(Repository<Row> rows, long id, String field) {
        return rows.find(id).orElseThrow().get(field);
    }

    @Test
    void isEditedAndQueriedLiveApartFromTheStore() {
        List<Integer> sizes = new ArrayList<>();
        inFork.query().flux().subscribe(list -> sizes.add(list.size()));
        StateTree before = notes.store.state();
        save(inFork, 3, "a", 3);
        inFork.delete(1L);

        assertThat(sizes).containsExactly(2, 3, 2);
        assertThat(notes.store.state()).isSameAs(before);
        fork.store().history().undo();
        assertThat(sizes).endsWith(3);
    }

    @Test
    void tellsTheFieldsThatDiffer() {
        save(inFork, 1, "a", 7);
        save(inFork, 1, "b", 8);
        save(inFork, 3, "a", 3);
        assertThat(fork.dirtyFields("notes", 1L))
                .containsOnly(
                        Map.entry("a", new FieldChange("notes", 1L, "a", 1L, 7L)),
                        Map.entry("b", new FieldChange("notes", 1L, "b", 0L, 8L)));
        assertThat(fork.dirtyFields("notes", 2L)).isEmpty();
        assertThat(fork.changes()).hasSize(3);
    }

    @Test
    void isDirtyWhileSomethingDiffers() {
        StepVerifier.create(fork.dirty())
                .expectNext(false)
                .then(() -> save(inFork, 1, "a", 7))
                .expectNext(true)
                .then(() -> save(inFork, 2, "a", 7))
                .then(() -> save(inFork, 2, "a", 2))
                .then(() -> save(inFork, 1, "a", 1))
                .expectNext(false)
                .then(fork::discard)
                .verifyComplete();
    }

    @Test
    void commitsAsOneLabelledTransitionWhatItChanged() {
        save(inFork, 1, "a", 7);
        save(inFork, 3, "a", 3);
        save(notes.notes, 1, "b", 5);
        long version = notes.store.version();

        assertThat(fork.commit("edit notes")).isEqualTo(new Fork.Committed(version + 1, List.of()));
        assertThat(value(notes.notes, 1, "a")).isEqualTo(7L);
        assertThat(value(notes.notes, 1, "b")).isEqualTo(5L);
        assertThat(notes.notes.find(3L)).isPresent();
        assertThat(notes.store.history().state().undoLabel()).isEqualTo("edit notes");
        notes.store.history().undo();
        assertThat(value(notes.notes, 1, "a")).isEqualTo(1L);
        notes.checkLive();
        assertThatThrownBy(() -> fork.commit("again"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("This fork is closed");
    }

    @Test
    void refusesToOverwriteUnlessTold() {
        save(inFork, 1, "a", 7);
        save(inFork, 1, "b", 8);
        save(notes.notes, 1, "a", 5);
        Conflict conflict = new Conflict("notes", 1L, "a", 7L, 5L);
        StateTree before = notes.store.state();

        assertThat(fork.conflicts()).containsExactly(conflict);
        assertThat(fork.commit("edit")).isEqualTo(new Fork.Refused(List.of(conflict)));
        assertThat(notes.store.state()).isSameAs(before);
        Fork.Outcome theirs = fork.commit("edit", Fork.Strategy.THEIRS);
        assertThat(theirs).isEqualTo(new Fork.Committed(notes.store.version(), List.of(conflict)));
        assertThat(value(notes.notes, 1, "a")).isEqualTo(5L);
        assertThat(value(notes.notes, 1, "b")).isEqualTo(8L);
    }

    @Test
    void writesItsOwnValuesIfToldAlsoOfARowThatIsGone() {
        save(inFork, 1, "a", 7);
        save(inFork, 2, "a", 8);
        save(notes.notes, 1, "a", 5);
        notes.notes.delete(2L);
        fork.commit("edit", Fork.Strategy.MINE);
        assertThat(value(notes.notes, 1, "a")).isEqualTo(7L);
        assertThat(value(notes.notes, 2, "a")).isEqualTo(8L);
    }

    @Test
    void aCheckRefusesTheCommit() {
        save(inFork, 1, "a", -1);
        Fork.FieldError error = new Fork.FieldError("notes", 1L, "a", "must not be negative");
        fork.validatedBy(one -> value(inFork, 1, "a").equals(-1L) ? List.of(error) : List.of());
        assertThat(fork.commit("edit")).isEqualTo(new Fork.Invalid(List.of(error)));
        assertThat(value(notes.notes, 1, "a")).isEqualTo(1L);
        save(inFork, 1, "a", 4);
        assertThat(fork.commit("edit")).isInstanceOf(Fork.Committed.class);
    }

    @Test
    void discardingLeavesNothing() {
        StateTree before = notes.store.state();
        save(inFork, 1, "a", 7);
        fork.discard();
        assertThat(notes.store.state()).isSameAs(before);
        assertThat(fork.store().isClosed()).isTrue();
    }

    @Test
    void statesWithoutRowsAreCommittedAsOneValue() {
        StoreDefinition<String> title =
                StoreDefinition.named("title", () -> "old").build();
        Slice<String> slice = notes.store.use(title);
        Fork form = notes.store.fork();
        form.store().use(title).patch("type", state -> "new");
        assertThat(form.changes()).containsExactly(new FieldChange("title", "title", null, "old", "new"));
        slice.patch("other", state -> "other");
        assertThat(form.commit("title"))
                .isEqualTo(new Fork.Refused(List.of(new Conflict("title", "title", null, "new", "other"))));
        form.commit("title", Fork.Strategy.MINE);
        assertThat(slice.state()).isEqualTo("new");
    }

    @Test
    void aForkOfAnotherStoreIsRefused() {
        try (Notes other = new Notes()) {
            assertThatThrownBy(() -> other.db.in(fork))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("one of another store");
        }
    }

    @Test
    void commitEqualsTheSameEditsOnTheStoreItself() {
        RandomProgram.run(60, 25, Write::random, writes -> {
            try (Notes direct = new Notes();
                    Notes forked = new Notes()) {
                List<Write> before = writes.subList(0, writes.size() / 2);
                before.forEach(write -> write.to(direct.notes));
                before.forEach(write -> write.to(forked.notes));
                Fork form = forked.store.fork();
                Repository<Row> rows = forked.db.in(form).repository(forked.note);
                for (Write write : writes.subList(before.size(), writes.size())) {
                    write.to(direct.notes);
                    write.to(rows);
                }
                form.commit("all");
                assertThat(forked.contents()).isEqualTo(direct.contents());
                assertThat(keys(forked)).isEqualTo(keys(direct));
                forked.checkLive();
            }
        });
    }

    private static List<Object> keys(Notes notes) {
        List<Object> keys = new ArrayList<>();
        notes.notes.query().get().forEach(row -> keys.add(row.get("id")));
        return keys;
    }
}
