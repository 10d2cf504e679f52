/** The steps behind a state: which count, and what the state is with one more or less. */
@NullMarked
package dev.ananas.store.internal.timeline;

import org.jspecify.annotations.NullMarked;
