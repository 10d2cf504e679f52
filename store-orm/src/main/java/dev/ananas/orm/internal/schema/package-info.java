/** Entity types with their names resolved: columns, keys, indexes and relations by ordinal. */
@NullMarked
package dev.ananas.orm.internal.schema;

import org.jspecify.annotations.NullMarked;
