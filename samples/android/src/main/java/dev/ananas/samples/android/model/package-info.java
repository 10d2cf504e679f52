/** Who knows what, and how well. */
@NullMarked
package dev.ananas.samples.android.model;

import org.jspecify.annotations.NullMarked;
