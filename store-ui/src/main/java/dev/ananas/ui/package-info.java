/**
 * From live queries to a UI thread, whatever the toolkit: scopes that own subscriptions, one change per frame under load, a Reactor
 * scheduler. Uses no toolkit itself.
 */
@NullMarked
package dev.ananas.ui;

import org.jspecify.annotations.NullMarked;
