package dev.ananas.store;

import org.jspecify.annotations.Nullable;

/**
 * Sees every action on its way to the reducers, on the dispatching thread and under the writer lock.
 *
 * <p>A middleware may pass the action on, replace it ({@code chain.next(other)}), drop it (return null without
 * calling {@code next}) or refuse it (throw). What it does after {@code next} is still before the commit: an exception
 * fails the action and nothing changes, and an action dispatched then joins the same transition. Dispatching before
 * {@code next} is refused.
 */
@FunctionalInterface
public interface Middleware {

    /**
     * Handles one action.
     *
     * @param action the action
     * @param chain what follows; valid during this call only
     * @return the answer for the caller, usually what {@code next} returned; it must fit the command's type
     */
    @Nullable
    Object handle(Action action, MiddlewareChain chain);
}
