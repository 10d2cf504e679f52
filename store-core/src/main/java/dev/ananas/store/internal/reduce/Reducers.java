package dev.ananas.store.internal.reduce;

import dev.ananas.store.Action;
import dev.ananas.store.Command;
import dev.ananas.store.Effect;
import dev.ananas.store.Next;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import dev.ananas.store.internal.checks.DevelopmentChecks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which slices react to an action, and how. Used under the writer lock only. */
public final class Reducers {

    private final List<StoreDefinition<?>> slices = new ArrayList<>();
    private final Map<Class<?>, Reactions> byAction = new HashMap<>();
    private final Function<List<Effect>, List<Runnable>> effects;
    private final @Nullable DevelopmentChecks checks;

    /**
     * Begins without slices.
     *
     * @param effects what to run for effects; throws if nobody handles one
     * @param checks what checks reducers, null in production
     */
    public Reducers(Function<List<Effect>, List<Runnable>> effects, @Nullable DevelopmentChecks checks) {
        this.effects = effects;
        this.checks = checks;
    }

    public void add(StoreDefinition<?> slice) {
        slices.add(slice);
        byAction.clear();
    }

    /** Where the application asked for what is refused, if that is looked for. */
    public String callSite() {
        return checks == null ? "" : " (at " + DevelopmentChecks.callSite() + ")";
    }

    public boolean has(StoreDefinition<?> slice) {
        return slices.contains(slice);
    }

    public void remove(StoreDefinition<?> slice) {
        slices.remove(slice);
        byAction.clear();
    }

    /** The next tree, and the answer of a command. Every slice starts from its own state in the given tree. */
    public Next<StateTree, Object> reduce(StateTree tree, Action action) {
        if (action instanceof TreeAction whole) {
            return new Next<>(whole.reduce(tree), null);
        }
        List<Reaction<?>> reactions = reactions(action);
        StateTree next = tree;
        Object answer = null;
        List<Runnable> afterwards = List.of();
        for (Reaction<?> reaction : reactions) {
            Next<StateTree, ?> reduced = reaction.reduce(next, action);
            if (checks != null) {
                StateTree before = next;
                checks.reduced(reaction.slice(), action, reduced, () -> reaction.reduce(before, action));
            }
            next = reduced.state();
            afterwards = joined(afterwards, reduced.afterwards());
            afterwards = joined(afterwards, effects.apply(reduced.effects()));
            if (reaction.answers()) {
                answer = reduced.answer();
            }
        }
        return new Next<>(next, answer, afterwards);
    }

    /** What an action that was reduced before does to one slice alone. */
    public StateTree reduceOnly(StoreDefinition<?> slice, StateTree tree, Action action) {
        StateTree next = tree;
        for (Reaction<?> reaction : reactions(action)) {
            if (reaction.slice() == slice) {
                next = reaction.reduce(next, action).state();
            }
        }
        return next;
    }

    private static List<Runnable> joined(List<Runnable> one, List<Runnable> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<Runnable> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private List<Reaction<?>> reactions(Action action) {
        Reactions known = byAction.computeIfAbsent(action.getClass(), this::find);
        List<Reaction<?>> carried = Reaction.carriedBy(action);
        if (!carried.isEmpty()) {
            List<Reaction<?>> all = new ArrayList<>(carried);
            known.all().stream()
                    .filter(own -> carried.stream().noneMatch(reaction -> reaction.slice() == own.slice()))
                    .forEach(all::add);
            return all;
        }
        if (known.fault() != null) {
            throw new StoreException(known.fault());
        }
        return known.all();
    }

    private Reactions find(Class<?> action) {
        List<Reaction<?>> found = new ArrayList<>();
        for (StoreDefinition<?> slice : slices) {
            Reaction<?> reaction = Reaction.find(slice, action);
            if (reaction != null) {
                found.add(reaction);
            }
        }
        if (found.isEmpty()) {
            return new Reactions(found, unknown(action));
        }
        return new Reactions(found, Command.class.isAssignableFrom(action) ? faultOfAnswers(found) : null);
    }

    /** What is wrong unless exactly one slice answers. */
    private static @Nullable String faultOfAnswers(List<Reaction<?>> reactions) {
        List<String> answering = reactions.stream()
                .filter(reaction -> reaction.answers())
                .map(reaction -> reaction.slice().name())
                .collect(Collectors.toList());
        if (answering.isEmpty()) {
            return "no slice answers it; register its reducer with answer(...) instead of on(...) in "
                    + reactions.stream()
                            .map(reaction -> reaction.slice().name())
                            .collect(Collectors.joining(" or "));
        }
        return answering.size() == 1 ? null : "more than one slice answers it: " + String.join(", ", answering);
    }

    private String unknown(Class<?> action) {
        if (slices.isEmpty()) {
            return "no slice handles it; the store has no slices, call store.use(...) first";
        }
        String known = slices.stream()
                .map(slice -> slice.name() + " ("
                        + slice.actions().stream().map(Class::getSimpleName).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(", "));
        return "no slice handles it; the slices in use know: " + known + "; register " + action.getSimpleName()
                + " with on(...), or call store.use(...) with the slice that does";
    }

    /**
     * What a class of actions leads to.
     *
     * @param fault why actions of the class are refused, null if they are not
     */
    private record Reactions(
            List<Reaction<?>> all, @Nullable String fault) {}
}
