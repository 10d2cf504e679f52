package dev.ananas.store.internal.timeline;

import dev.ananas.store.Action;
import dev.ananas.store.Conflict;
import dev.ananas.store.Edit;
import dev.ananas.store.Replay;
import dev.ananas.store.Rewrite;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.internal.reduce.Reducers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Replays steps slice by slice.
 *
 * @param base the tree before the first of the steps
 * @param steps the steps that count
 * @param place how many of them are older than the one in question
 */
public record TreeReplay(Reducers reducers, StateTree base, List<LogEntry> steps, int place) {

    /** A tree with everything that one step touched computed anew. */
    StateTree added(LogEntry subject, StateTree current, Consumer<? super Conflict> conflicts) {
        StateTree next = current;
        for (StoreDefinition<?> slice : current.definitions()) {
            if (isTouched(slice, subject)) {
                next = replayed(slice, subject, next, conflicts);
            }
        }
        return next;
    }

    private <S> StateTree replayed(
            StoreDefinition<S> slice, LogEntry subject, StateTree current, Consumer<? super Conflict> conflicts) {
        Edit<S> wanted = edit(slice, subject);
        List<Edit<S>> edits = new ArrayList<>();
        int older = 0;
        for (int i = 0; i < steps.size(); i++) {
            LogEntry step = steps.get(i);
            if (isTouched(slice, step)) {
                older += i < place ? 1 : 0;
                edits.add(step == subject ? wanted : edit(slice, step));
            }
        }
        S from = base.contains(slice) ? base.get(slice) : (edits.isEmpty() ? wanted : edits.get(0)).before();
        Replay<S> replay = new Replay<>(current.get(slice), wanted, from, edits, older, Replay.Rule.AGAIN);
        return current.with(slice, slice.applier().replay(replay, conflicts));
    }

    private <S> Edit<S> edit(StoreDefinition<S> slice, LogEntry step) {
        S after = step.after().get(slice);
        return new Edit<>(step.before().get(slice), after, step.actions(), state -> {
            StateTree tree = step.before().with(slice, state);
            for (Action action : step.actions()) {
                if (action instanceof Rewrite) {
                    return after;
                }
                tree = reducers.reduceOnly(slice, tree, action);
            }
            return tree.get(slice);
        });
    }

    /** Adds what leads from one tree to another to a third one. */
    public static StateTree merged(
            StateTree before, StateTree after, StateTree onto, Replay.Rule rule, Consumer<? super Conflict> conflicts) {
        StateTree next = onto;
        for (StoreDefinition<?> slice : onto.definitions()) {
            if (isTouched(slice, before, after)) {
                next = merged(slice, before, after, next, rule, conflicts);
            }
        }
        return next;
    }

    private static <S> StateTree merged(
            StoreDefinition<S> slice,
            StateTree before,
            StateTree after,
            StateTree onto,
            Replay.Rule rule,
            Consumer<? super Conflict> conflicts) {
        Edit<S> step = Edit.of(before.get(slice), after.get(slice));
        S current = onto.get(slice);
        Replay<S> replay = new Replay<>(current, step, current, List.of(step), 0, rule);
        return onto.with(slice, slice.applier().replay(replay, conflicts));
    }

    private static boolean isTouched(StoreDefinition<?> slice, LogEntry step) {
        return isTouched(slice, step.before(), step.after());
    }

    private static boolean isTouched(StoreDefinition<?> slice, StateTree before, StateTree after) {
        return before.contains(slice) && after.contains(slice) && before.get(slice) != after.get(slice);
    }
}
