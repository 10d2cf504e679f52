/** The store put together: slices in use, plugins, and the parts that calls are handed to. */
@NullMarked
package dev.ananas.store.internal;

import org.jspecify.annotations.NullMarked;
