package dev.ananas.store.snapshot;

import dev.ananas.store.StateTree;
import java.io.IOException;

/** One slice of a snapshot that writes and reads itself as a stream; smaller ones are given a {@link SliceCodec}. */
public interface SnapshotSection {

    /** The name of the slice. */
    String name();

    /** Whether the slice is in a state tree. */
    boolean isIn(StateTree state);

    /**
     * Writes the slice as one JSON value.
     *
     * @param state the tree to write, of one version; other threads may write to the store meanwhile
     */
    void write(StateTree state, SnapshotWriter out) throws IOException;

    /**
     * Reads one JSON value, checks it whole, and changes nothing.
     *
     * @param in stands at the first token of the value, afterwards at its last one
     * @return dispatches what brings the slice to what was read; called inside a transaction
     */
    Runnable read(SnapshotReader in) throws IOException;

    /** What brings the slice to its initial state if it is in use, for a snapshot that does not have it. */
    Runnable reset();
}
