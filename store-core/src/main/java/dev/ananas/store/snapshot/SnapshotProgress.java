package dev.ananas.store.snapshot;

/** Hears how far a long snapshot is, on the thread that writes or reads it: once per slice and every 1,000 rows. */
@FunctionalInterface
public interface SnapshotProgress {

    /** Goes on to the end, whatever happens. */
    SnapshotProgress IGNORED = rows -> true;

    /**
     * Some more was written or read.
     *
     * @param rows how many rows of entities so far
     * @return whether to go on; false ends the work with a {@link java.util.concurrent.CancellationException}: nothing is
     *     restored, and a file is as it was
     */
    boolean reached(long rows);
}
