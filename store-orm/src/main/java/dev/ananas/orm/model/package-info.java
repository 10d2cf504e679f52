/** How entities are described: attributes, keys, relations, and access to model classes. */
@NullMarked
package dev.ananas.orm.model;

import org.jspecify.annotations.NullMarked;
