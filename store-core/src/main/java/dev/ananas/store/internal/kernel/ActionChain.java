package dev.ananas.store.internal.kernel;

import dev.ananas.store.Action;
import dev.ananas.store.Middleware;
import dev.ananas.store.MiddlewareChain;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is left of an action's way: the middleware from a position on, then the reducers. */
final class ActionChain implements MiddlewareChain {

    private final Writer writer;
    private final List<Middleware> middleware;
    private final int position;
    private final StateTree before;
    private boolean over;

    ActionChain(Writer writer, List<Middleware> middleware, int position, StateTree before) {
        this.writer = writer;
        this.middleware = middleware;
        this.position = position;
        this.before = before;
    }

    @Override
    public StateTree before() {
        return before;
    }

    @Override
    public StateTree state() {
        return writer.visible();
    }

    @Override
    public @Nullable Object next(Action action) {
        Objects.requireNonNull(action, "action");
        if (writer.pending() == null || over) {
            throw new StoreException("chain.next was called for action \"" + action.name()
                    + "\" outside the handle(...) the chain was given to; dispatch the action instead");
        }
        return writer.step(
                action,
                () -> position == middleware.size() ? writer.reduce(action) : handle(middleware.get(position), action));
    }

    private @Nullable Object handle(Middleware next, Action action) {
        ActionChain rest = new ActionChain(writer, middleware, position + 1, writer.visible());
        try {
            return next.handle(action, rest);
        } finally {
            rest.over = true;
        }
    }
}
