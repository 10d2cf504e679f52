/** The live engine: results that are kept right while the tables change, at a cost that follows the change. */
@NullMarked
package dev.ananas.orm.internal.live;

import org.jspecify.annotations.NullMarked;
