/**
 * Android: adapters that follow live queries by exact ranges, scopes that end with an activity or a view, the main thread as a
 * scheduler. {@link dev.ananas.ui.android.AndroidScope} is where to start. Uses what API level 26 has, and no androidx.
 */
@NullMarked
package dev.ananas.ui.android;

import org.jspecify.annotations.NullMarked;
