package dev.ananas.store;

import org.jspecify.annotations.Nullable;

/** The rest of an action's way to the reducers. Valid during the {@link Middleware#handle} it was given to. */
public interface MiddlewareChain {

    /** The tree as it was when the action reached this middleware, with what an enclosing transaction wrote so far. */
    StateTree before();

    /** The tree as it is now: after {@link #next} with what the reducers made of the action, not yet committed. */
    StateTree state();

    /**
     * Passes an action on to the next middleware, or to the reducers.
     *
     * @param action the action itself or one to replace it
     * @return the answer, null for an action that is no command or was dropped
     * @throws StoreException if this chain's {@code handle} has returned or another thread calls
     */
    @Nullable
    Object next(Action action);
}
