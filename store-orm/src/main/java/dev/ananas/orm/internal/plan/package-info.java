/** Queries made canonical: what selects, orders and completes the models of one level, and how that is read off a state. */
@NullMarked
package dev.ananas.orm.internal.plan;

import org.jspecify.annotations.NullMarked;
