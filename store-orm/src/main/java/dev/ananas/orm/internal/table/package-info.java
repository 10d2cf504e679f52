/** Rows, indexes, and the only writer of both. */
@NullMarked
package dev.ananas.orm.internal.table;

import org.jspecify.annotations.NullMarked;
