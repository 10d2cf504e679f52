package dev.ananas.store.internal.timeline;

import dev.ananas.store.ChangeApplier;
import dev.ananas.store.Conflict;
import dev.ananas.store.Edit;
import dev.ananas.store.FieldChange;
import dev.ananas.store.Replay;
import java.util.function.Consumer;

/** Treats the state of a slice as one value: a step that is applied once more reduces its actions once more. */
public record WholeState<S>(String slice) implements ChangeApplier<S> {

    @Override
    public S replay(Replay<S> replay, Consumer<? super Conflict> conflicts) {
        if (same(replay.subject().before(), replay.subject().after())) {
            return replay.current();
        }
        S state = replay.base();
        for (Edit<S> edit : replay.edits()) {
            if (!same(edit.before(), edit.after())) {
                state = applied(edit, state, replay.rule(), conflicts);
            }
        }
        return same(state, replay.current()) ? replay.current() : state;
    }

    private S applied(Edit<S> edit, S state, Replay.Rule rule, Consumer<? super Conflict> conflicts) {
        if (same(edit.before(), state)) {
            return edit.after();
        }
        if (rule == Replay.Rule.AGAIN) {
            return again(edit, state, conflicts);
        }
        if (same(edit.after(), state)) {
            return state;
        }
        conflicts.accept(new Conflict(slice, slice, null, edit.after(), state));
        return rule == Replay.Rule.OURS ? edit.after() : state;
    }

    private S again(Edit<S> edit, S state, Consumer<? super Conflict> conflicts) {
        try {
            return edit.again().apply(state);
        } catch (RuntimeException e) {
            conflicts.accept(new Conflict(slice, slice, null, edit.after(), state));
            return state;
        }
    }

    @Override
    public void differences(S before, S after, Consumer<? super FieldChange> into) {
        if (!same(before, after)) {
            into.accept(new FieldChange(slice, slice, null, before, after));
        }
    }

    private static boolean same(Object one, Object other) {
        return one == other || one.equals(other);
    }
}
