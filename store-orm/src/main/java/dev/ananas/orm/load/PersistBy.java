package dev.ananas.orm.load;

/** How loaded records are stored. */
public enum PersistBy {
    /** As {@code Repository.save}: related records are saved, what is not named keeps its value. */
    SAVE,
    /** As {@code Repository.insert}: each record takes the place of the one with its key, relations are ignored. */
    INSERT,
    /** As {@code Repository.fresh}: the records take the place of all others of their entity. */
    FRESH
}
