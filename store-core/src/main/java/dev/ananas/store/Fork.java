package dev.ananas.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * A store of its own that begins with the state of another one, for a form: what is written there shows nowhere else until
 * it is committed as one transition. {@link Store#fork} makes it, in O(1).
 *
 * <p>The store of the fork has streams, selectors and an undo of its own, and neither middleware nor effects: what
 * reducers ask for in a fork is dropped. Slices are used by the same definitions. Any thread may call.
 */
public interface Fork extends AutoCloseable {

    /** The store to read and write in. */
    Store store();

    /** Whether anything differs from the state it began with. O(what differs). */
    boolean isDirty();

    /** {@link #isDirty()}: now, then when it changes; completes when the fork is closed. */
    Flux<Boolean> dirty();

    /** Every field that differs from the state it began with. O(what differs). */
    List<FieldChange> changes();

    /**
     * The fields of one row that differ, by name; empty for a row that was inserted or deleted.
     *
     * @param table the table of the row
     * @param key the key of the row
     */
    Map<String, FieldChange> dirtyFields(String table, Object key);

    /**
     * Sets what may refuse a commit.
     *
     * @param check answers what is wrong with the fork; an empty list lets it pass
     * @return this fork
     */
    Fork validatedBy(Function<? super Fork, List<FieldError>> check);

    /** What a commit would meet now: fields that both the fork and somebody else changed. */
    List<Conflict> conflicts();

    /** {@link #commit(String, Strategy)} with {@link Strategy#FAIL}. */
    default Outcome commit(String label) {
        return commit(label, Strategy.FAIL);
    }

    /**
     * Writes what differs to the other store, field by field, as one transition with a {@link Rewrite} as its action, and
     * closes the fork. Fields that the fork did not change keep the values they have by then. Effects are written: no
     * reducer runs again.
     *
     * @param label what the history shows
     * @return what happened; the fork stays open unless it is {@link Committed}
     * @throws StoreException if the fork is closed
     */
    Outcome commit(String label, Strategy strategy);

    /** Closes the fork without a trace. */
    void discard();

    /** {@link #discard()}. */
    @Override
    void close();

    /** What a commit does with a field that somebody else changed too. */
    enum Strategy {
        /** It is refused; nothing is written. */
        FAIL,
        /** The value of the fork is written. */
        MINE,
        /** The other value stays; the rest is written. */
        THEIRS
    }

    /** What became of a commit. */
    sealed interface Outcome {}

    /**
     * It was written.
     *
     * @param version the version of the other store
     * @param settled conflicts that the strategy settled
     */
    record Committed(long version, List<Conflict> settled) implements Outcome {

        public Committed {
            settled = List.copyOf(settled);
        }
    }

    /**
     * It was refused because somebody else changed the same fields.
     *
     * @param conflicts the fields with both values
     */
    record Refused(List<Conflict> conflicts) implements Outcome {

        public Refused {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * It was refused by the check of the fork.
     *
     * @param errors what is wrong
     */
    record Invalid(List<FieldError> errors) implements Outcome {

        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /**
     * What is wrong with a field.
     *
     * @param table the table of the row, or the slice
     * @param key the key of the row, or the name of the slice
     * @param field the field
     * @param message what to tell the user
     */
    record FieldError(String table, Object key, String field, String message) {

        public FieldError {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(message, "message");
        }
    }
}
