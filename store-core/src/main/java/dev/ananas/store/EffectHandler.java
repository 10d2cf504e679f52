package dev.ananas.store;

import org.reactivestreams.Publisher;

/**
 * Does what an {@link Effect} describes, and says with actions what came of it.
 *
 * <p>Effects are begun behind the emissions of the commit that caused them, outside the writer lock, in the order of
 * transitions and within one in the order in which reducers returned them; a handler that waits does not delay the
 * next. Each is a run (see {@link Actions}): listeners hear of it, and it is cancelled when the store closes.
 *
 * @param <E> the effects
 */
@FunctionalInterface
public interface EffectHandler<E extends Effect> {

    /**
     * Handles one effect.
     *
     * @return the actions that follow, each dispatched as it comes; empty if none do. An error, thrown or emitted, is
     *     reported to the error handler of the store; so it is better told by an action
     */
    Publisher<? extends Action> handle(E effect);
}
