/** The tracker without a screen: its data, what can be done to it, and the server that agrees or not. */
@NullMarked
package dev.ananas.samples.tracker;

import org.jspecify.annotations.NullMarked;
