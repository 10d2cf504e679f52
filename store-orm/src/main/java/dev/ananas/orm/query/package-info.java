/** Queries as immutable values: typed tokens, conditions, orders, clauses, answers. */
@NullMarked
package dev.ananas.orm.query;

import org.jspecify.annotations.NullMarked;
