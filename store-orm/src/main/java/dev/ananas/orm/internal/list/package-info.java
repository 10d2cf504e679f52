/** Lists that are results, and what differs between two of them. */
@NullMarked
package dev.ananas.orm.internal.list;

import org.jspecify.annotations.NullMarked;
