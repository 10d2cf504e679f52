/** What differs between two results, as one subscriber has to be told. */
@NullMarked
package dev.ananas.orm.internal.change;

import org.jspecify.annotations.NullMarked;
