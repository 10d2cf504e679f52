package dev.ananas.store.spi;

import dev.ananas.store.Transition;

/** Keeps something derived up to date with the state. */
public interface Settler {

    /**
     * Settles one transition, under the writer lock, after its commit and before its publication. It must not write.
     * What it throws is reported; the state change stands and the other settlers follow.
     *
     * @param transition the transition
     * @param publication takes what subscribers shall receive; valid during this call
     */
    void settle(Transition transition, Publication publication);

    /** Releases everything, under the writer lock, when the store closes; the sources' slots are closed by then. */
    void close();
}
