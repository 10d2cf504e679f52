/** The tables as a part of a snapshot. */
@NullMarked
package dev.ananas.orm.internal.snapshot;

import org.jspecify.annotations.NullMarked;
