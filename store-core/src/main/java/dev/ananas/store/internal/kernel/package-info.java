/** The one writer, and the way of an action through middleware and reducers to a commit. */
@NullMarked
package dev.ananas.store.internal.kernel;

import org.jspecify.annotations.NullMarked;
