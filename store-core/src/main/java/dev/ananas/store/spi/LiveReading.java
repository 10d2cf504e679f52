package dev.ananas.store.spi;

import dev.ananas.store.Versioned;

/**
 * Something that can be read off any state of a slice, and that a {@link Settler} keeps up to date while it is wanted.
 *
 * @param <S> the state of the slice
 * @param <T> what is read, never null
 */
public interface LiveReading<S, T> {

    /** What a state says; pure. */
    T read(S state);

    /**
     * The same of the committed state, kept up to date. It tells a value when it settles a transition that made it another
     * one, and none otherwise.
     */
    LiveSource<Versioned<T>> live();
}
