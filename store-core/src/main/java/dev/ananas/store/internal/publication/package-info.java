/** From a commit to the subscribers: one lock, one queue, one slot for each subscriber. */
@NullMarked
package dev.ananas.store.internal.publication;

import org.jspecify.annotations.NullMarked;
