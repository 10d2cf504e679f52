package dev.ananas.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which slices react to an action, and how. Used under the writer lock only. */
final class Reducers {

    private final List<StoreDefinition<?>> slices = new ArrayList<>();
    private final Map<Class<?>, List<Reaction<?>>> byAction = new HashMap<>();

    void add(StoreDefinition<?> slice) {
        slices.add(slice);
        byAction.clear();
    }

    /** The next tree, and the answer of a command. Every slice starts from its own state in the given tree. */
    Next<StateTree, Object> reduce(StateTree tree, Action action) {
        StateTree next = tree;
        Object answer = null;
        List<Runnable> afterwards = new ArrayList<>(0);
        for (Reaction<?> reaction : reactions(action)) {
            Next<StateTree, ?> reduced = reaction.reduce(next, action);
            next = reduced.state();
            afterwards.addAll(reduced.afterwards());
            if (reaction.handler().answers()) {
                answer = reduced.answer();
            }
        }
        return new Next<>(next, answer, afterwards);
    }

    private List<Reaction<?>> reactions(Action action) {
        List<Reaction<?>> known = byAction.computeIfAbsent(action.getClass(), this::find);
        if (action instanceof Patch<?> patch) {
            List<Reaction<?>> withPatch = new ArrayList<>(known);
            withPatch.removeIf(reaction -> reaction.slice() == patch.slice());
            withPatch.add(Reaction.of(patch));
            return withPatch;
        }
        if (known.isEmpty()) {
            throw new StoreException(unknown(action.getClass()));
        }
        if (action instanceof Command<?>) {
            checkOneAnswers(known);
        }
        return known;
    }

    private List<Reaction<?>> find(Class<?> action) {
        List<Reaction<?>> found = new ArrayList<>();
        for (StoreDefinition<?> slice : slices) {
            Reaction<?> reaction = Reaction.find(slice, action);
            if (reaction != null) {
                found.add(reaction);
            }
        }
        return found;
    }

    private static void checkOneAnswers(List<Reaction<?>> reactions) {
        List<String> answering = reactions.stream()
                .filter(reaction -> reaction.handler().answers())
                .map(reaction -> reaction.slice().name())
                .collect(Collectors.toList());
        if (answering.size() > 1) {
            throw new StoreException("more than one slice answers it: " + String.join(", ", answering));
        }
        if (answering.isEmpty()) {
            throw new StoreException("no slice answers it; register its reducer with answer(...) instead of on(...) in "
                    + reactions.stream()
                            .map(reaction -> reaction.slice().name())
                            .collect(Collectors.joining(" or ")));
        }
    }

    private String unknown(Class<?> action) {
        if (slices.isEmpty()) {
            return "no slice handles it; the store has no slices, call store.use(...) first";
        }
        String known = slices.stream()
                .map(slice -> slice.name() + " ("
                        + slice.handled().stream().map(Class::getSimpleName).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(", "));
        return "no slice handles it; the slices in use know: " + known + "; register " + action.getSimpleName()
                + " with on(...), or call store.use(...) with the slice that does";
    }

    private record Reaction<S>(StoreDefinition<S> slice, Handler<S> handler) {

        static <S> Reaction<S> of(Patch<S> patch) {
            return new Reaction<>(patch.slice(), Handler.of(patch));
        }

        static <S> @Nullable Reaction<S> find(StoreDefinition<S> slice, Class<?> action) {
            Handler<S> handler = slice.handlerOf(action);
            return handler == null ? null : new Reaction<>(slice, handler);
        }

        Next<StateTree, ?> reduce(StateTree tree, Action action) {
            Next<S, ?> next = handler.handle(tree.get(slice), action);
            return new Next<>(tree.with(slice, next.state()), next.answer(), next.afterwards());
        }
    }
}
