/** The tracker on screen. {@link dev.ananas.samples.tracker.ui.TrackerApp} starts it. */
@NullMarked
package dev.ananas.samples.tracker.ui;

import org.jspecify.annotations.NullMarked;
