/** Ananas in five minutes: a database, live queries over it, and who hears of a change. Start at {@code Quickstart}. */
@NullMarked
package dev.ananas.samples.quickstart;

import org.jspecify.annotations.NullMarked;
