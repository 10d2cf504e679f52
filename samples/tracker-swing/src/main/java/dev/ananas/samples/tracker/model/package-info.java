/** What a tracker is about: issues, their labels with who added them and when, comments, users. */
@NullMarked
package dev.ananas.samples.tracker.model;

import org.jspecify.annotations.NullMarked;
