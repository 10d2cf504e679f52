/**
 * Entities that come from elsewhere: requests whose records are stored, what is on its way, and how old it is.
 *
 * <p>Start at {@link dev.ananas.orm.load.EntityLoader}.
 */
@NullMarked
package dev.ananas.orm.load;

import org.jspecify.annotations.NullMarked;
