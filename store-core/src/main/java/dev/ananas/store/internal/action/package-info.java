/** Calls under way: runs of actions, their listeners, the handlers of effects. */
@NullMarked
package dev.ananas.store.internal.action;

import org.jspecify.annotations.NullMarked;
