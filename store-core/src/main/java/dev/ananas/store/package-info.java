/**
 * The store: one immutable {@linkplain dev.ananas.store.StateTree state tree} made of slices.
 *
 * <p>Every write is an {@linkplain dev.ananas.store.Action action}; a {@linkplain dev.ananas.store.Reducer reducer}
 * turns {@code (state, action)} into the next state. Every read is a {@linkplain dev.ananas.store.Selector selector}
 * over one version of the tree, and any selector is also a {@code Flux}. Everything above the commit is pure;
 * everything below is derived.
 *
 * <p>Start at {@link dev.ananas.store.Store}. Unless a parameter or a result is marked {@code @Nullable}, {@code null}
 * is refused with a {@link java.lang.NullPointerException} that names the parameter.
 */
@NullMarked
package dev.ananas.store;

import org.jspecify.annotations.NullMarked;
