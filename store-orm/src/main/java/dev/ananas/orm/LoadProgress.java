package dev.ananas.orm;

/** Hears how far a long load is. Called on the loading thread, inside its transaction: keep it short. */
@FunctionalInterface
public interface LoadProgress {

    /** Goes on to the end, whatever happens. */
    LoadProgress IGNORED = records -> true;

    /**
     * Some more records were read.
     *
     * @param records how many so far
     * @return whether to go on; false cancels the load, and nothing is stored
     */
    boolean read(long records);
}
