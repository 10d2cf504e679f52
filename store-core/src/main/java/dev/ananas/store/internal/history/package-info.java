/** Undo, redo, time travel, forks and optimistic transactions: asks the timeline what to do, and dispatches it. */
@NullMarked
package dev.ananas.store.internal.history;

import org.jspecify.annotations.NullMarked;
