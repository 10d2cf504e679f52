/**
 * What the ORM needs from a store and applications do not: settling after a commit and publishing to subscribers.
 *
 * <p>Exported to {@code dev.ananas.orm} only. Start at {@link dev.ananas.store.spi.StoreKernel}.
 */
@NullMarked
package dev.ananas.store.spi;

import org.jspecify.annotations.NullMarked;
