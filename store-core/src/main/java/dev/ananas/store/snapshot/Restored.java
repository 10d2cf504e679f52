package dev.ananas.store.snapshot;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What restoring a snapshot found.
 *
 * @param version the version of the schema with which the snapshot was written, before migrations
 * @param rows how many rows of entities it had
 * @param kept slices and entities this program does not know, as {@code slice} or {@code slice/entity}; they are kept aside and
 *     written again
 * @param dropped members of records this program does not know, as {@code entity.member}; they are lost with the next snapshot
 */
public record Restored(int version, long rows, Set<String> kept, Set<String> dropped) {

    public Restored {
        kept = Collections.unmodifiableSet(new LinkedHashSet<>(kept));
        dropped = Collections.unmodifiableSet(new LinkedHashSet<>(dropped));
    }
}
