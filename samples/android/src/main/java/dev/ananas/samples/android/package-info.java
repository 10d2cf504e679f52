/** A list screen over annotated records: search, add, remove, change, with nothing but what Android itself has. */
@NullMarked
package dev.ananas.samples.android;

import org.jspecify.annotations.NullMarked;
