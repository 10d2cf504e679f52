/** Writes: commands and the reducers that carry them out on a draft. */
@NullMarked
package dev.ananas.orm.internal.write;

import org.jspecify.annotations.NullMarked;
