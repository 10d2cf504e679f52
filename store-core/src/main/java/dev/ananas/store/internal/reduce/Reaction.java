package dev.ananas.store.internal.reduce;

import dev.ananas.store.Action;
import dev.ananas.store.Next;
import dev.ananas.store.Patch;
import dev.ananas.store.Reducer;
import dev.ananas.store.Replace;
import dev.ananas.store.Reset;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Update;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a slice does with an action. */
public record Reaction<S>(StoreDefinition<S> slice, Update<S, Action> reducer, boolean answers) {

    static <S> @Nullable Reaction<S> find(StoreDefinition<S> slice, Class<?> action) {
        return slice.reducerOf(action)
                .map(reducer -> new Reaction<>(slice, reducer, slice.answers(action)))
                .orElse(null);
    }

    /** Whether a slice does anything with an action. */
    public static boolean concerns(StoreDefinition<?> slice, Action action) {
        return slice.reducerOf(action.getClass()).isPresent()
                || carriedBy(action).stream().anyMatch(reaction -> reaction.slice() == slice);
    }

    /** The reactions that an action brings along itself: none, unless it says which slices it changes, and how. */
    static List<Reaction<?>> carriedBy(Action action) {
        if (action instanceof Patch<?> patch) {
            return List.of(to(patch));
        }
        if (action instanceof Replace<?> replace) {
            return List.of(to(replace));
        }
        if (action instanceof Reset reset) {
            List<Reaction<?>> all = new ArrayList<>(reset.slices().size());
            reset.slices().forEach(one -> all.add(to(one)));
            return all;
        }
        return List.of();
    }

    private static <S> Reaction<S> to(Patch<S> patch) {
        Reducer<S, Action> reducer = (state, action) -> patch.change().apply(state);
        return new Reaction<>(patch.slice(), Handler.of(patch.slice().name(), Action.class, reducer), false);
    }

    private static <S> Reaction<S> to(Replace<S> replace) {
        return new Reaction<>(replace.slice(), (state, action) -> new Next<>(replace.state(), null), false);
    }

    Next<StateTree, ?> reduce(StateTree tree, Action action) {
        Next<S, ?> next = reducer.update(tree.get(slice), action);
        return new Next<>(tree.with(slice, next.state()), next.answer(), next.afterwards(), next.effects());
    }
}
