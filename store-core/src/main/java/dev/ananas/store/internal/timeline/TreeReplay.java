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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Replays steps slice by slice.
 *
 * <p>A step that gives records other names is more than what it wrote: later steps speak of the records by these names. Where such
 * a step does not count, the later ones are replayed as if they had been made without it, and the other way round.
 *
 * @param base the tree before the first of the steps
 * @param log the steps that count and those that do not
 * @param steps the steps that count
 * @param place how many of them are older than the one in question
 */
public record TreeReplay(Reducers reducers, StateTree base, List<LogEntry> log, List<LogEntry> steps, int place) {

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
        Set<LogEntry> counting = new HashSet<>(steps);
        List<LogEntry> naming = naming(slice);
        Edit<S> wanted = edit(slice, subject, naming, counting);
        List<Edit<S>> edits = new ArrayList<>();
        int older = 0;
        for (int i = 0; i < steps.size(); i++) {
            LogEntry step = steps.get(i);
            if (isTouched(slice, step)) {
                older += i < place ? 1 : 0;
                edits.add(step == subject ? wanted : edit(slice, step, naming, counting));
            }
        }
        S from = base.contains(slice) ? base.get(slice) : (edits.isEmpty() ? wanted : edits.get(0)).before();
        Replay<S> replay = new Replay<>(current.get(slice), wanted, from, edits, older, Replay.Rule.AGAIN);
        S next = slice.applier().replay(replay, conflicts);
        return current.with(slice, naming.contains(subject) ? followed(slice, subject, naming, replay, next) : next);
    }

    /** What later steps wrote under the names that the subject gave, or gives again, is where these names are now. */
    private <S> S followed(
            StoreDefinition<S> slice, LogEntry subject, List<LogEntry> naming, Replay<S> replay, S current) {
        Set<LogEntry> now = new HashSet<>(steps);
        Set<LogEntry> otherwise = new HashSet<>(steps);
        if (!otherwise.remove(subject)) {
            otherwise.add(subject);
        }
        S next = current;
        for (LogEntry step : log.subList(log.indexOf(subject) + 1, log.size())) {
            if (now.contains(step) && isTouched(slice, step)) {
                Edit<S> was = edit(slice, step, naming, otherwise);
                Edit<S> is = edit(slice, step, naming, now);
                for (Edit<S> form : was.after() == is.after() ? List.<Edit<S>>of() : List.of(was, is)) {
                    Replay<S> again = new Replay<>(
                            next,
                            form,
                            replay.base(),
                            replay.edits(),
                            replay.edits().size(),
                            replay.rule());
                    next = slice.applier().replay(again, conflict -> {});
                }
            }
        }
        return next;
    }

    /** The steps that give names by which later ones speak of records. */
    private List<LogEntry> naming(StoreDefinition<?> slice) {
        List<LogEntry> naming = new ArrayList<>(0);
        for (LogEntry step : log) {
            if (isTouched(slice, step) && slice.applier().names(step.actions())) {
                naming.add(step);
            }
        }
        return naming;
    }

    /** What a step does where some others count: those that name may be others than when it was made. */
    private <S> Edit<S> edit(StoreDefinition<S> slice, LogEntry step, List<LogEntry> naming, Set<LogEntry> counting) {
        Edit<S> edit = made(slice, step);
        List<LogEntry> others = new ArrayList<>(0);
        for (LogEntry other : naming) {
            boolean differs = step.wasMadeWith(other) != counting.contains(other);
            if (differs && log.indexOf(other) < log.indexOf(step)) {
                others.add(other);
            }
        }
        for (int i = others.size() - 1; i >= 0; i--) {
            if (step.wasMadeWith(others.get(i))) {
                edit = slice.applier().renamed(edit, made(slice, others.get(i)), true);
            }
        }
        for (LogEntry added : others) {
            if (!step.wasMadeWith(added)) {
                edit = slice.applier().renamed(edit, made(slice, added), false);
            }
        }
        return edit;
    }

    private <S> Edit<S> made(StoreDefinition<S> slice, LogEntry step) {
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
