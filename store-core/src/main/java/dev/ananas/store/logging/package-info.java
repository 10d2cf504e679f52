/** What a store does, told to a logger of SLF4J, which is an optional dependency. */
@NullMarked
package dev.ananas.store.logging;

import org.jspecify.annotations.NullMarked;
