/** Selectors, what a store remembers of them, and those that have subscribers. */
@NullMarked
package dev.ananas.store.internal.selector;

import org.jspecify.annotations.NullMarked;
