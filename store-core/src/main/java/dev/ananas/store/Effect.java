package dev.ananas.store;

/**
 * A description of something to be done outside the store, returned by a reducer that stays pure: see {@link Update}.
 *
 * <p>Records are the natural form, so that a test compares what a reducer wants without doing it. An {@link
 * EffectHandler} does it once the transaction has been committed.
 */
public interface Effect {

    /**
     * The name shown in errors and to listeners.
     *
     * @return the simple name of the class unless overridden
     */
    default String name() {
        return getClass().getSimpleName();
    }
}
