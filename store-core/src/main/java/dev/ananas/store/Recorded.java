package dev.ananas.store;

/**
 * An action that says how the history records it. In a transaction of several actions the first that says something
 * counts, unless {@link History#record} said it for the whole.
 */
public interface Recorded extends Action {

    /** How it is recorded. */
    Step step();
}
