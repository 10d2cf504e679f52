/** From a state and an action to the next state, slice by slice; pure. */
@NullMarked
package dev.ananas.store.internal.reduce;

import org.jspecify.annotations.NullMarked;
