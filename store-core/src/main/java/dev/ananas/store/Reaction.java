package dev.ananas.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a slice does with an action. */
record Reaction<S>(StoreDefinition<S> slice, Handler<S> handler) {

    static <S> @Nullable Reaction<S> find(StoreDefinition<S> slice, Class<?> action) {
        Handler<S> handler = slice.handlerOf(action);
        return handler == null ? null : new Reaction<>(slice, handler);
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
        return new Reaction<>(patch.slice(), Handler.of(patch));
    }

    private static <S> Reaction<S> to(Replace<S> replace) {
        return new Reaction<>(replace.slice(), (state, action) -> new Next<>(replace.state(), null));
    }

    Next<StateTree, ?> reduce(StateTree tree, Action action) {
        Next<S, ?> next = handler.handle(tree.get(slice), action);
        return new Next<>(tree.with(slice, next.state()), next.answer(), next.afterwards(), next.effects());
    }
}
