/**
 * The state of a store as JSON, and back: versions of the schema, migrations, faults with their place.
 *
 * <p>Start at {@link dev.ananas.store.snapshot.Snapshots}.
 */
@NullMarked
package dev.ananas.store.snapshot;

import org.jspecify.annotations.NullMarked;
