/** Entities in a store: databases, repositories, and the links of many-to-many relations. */
@NullMarked
package dev.ananas.orm;

import org.jspecify.annotations.NullMarked;
