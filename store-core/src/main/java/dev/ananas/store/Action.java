package dev.ananas.store;

/**
 * An immutable message that says what happened or what is wanted. Every write to a store is one.
 *
 * <p>Records are the natural form. An action must not change after it was dispatched: transitions keep it.
 */
public interface Action {

    /**
     * The name shown in errors, transitions and tools.
     *
     * @return the simple name of the class unless overridden
     */
    default String name() {
        return getClass().getSimpleName();
    }
}
