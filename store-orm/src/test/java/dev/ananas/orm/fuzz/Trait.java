package dev.ananas.orm.fuzz;

/** What an attribute of a generated schema is besides its kind. */
enum Trait {
    /** Models leave it out. */
    HIDDEN,
    /** Read in upper case. */
    SHOUTS,
    /** Stored without all but its first character. */
    CUTS,
    /** Whole numbers are read with ten added. */
    ADDS,
    /** Numbers and booleans are stored as texts. */
    CAST_TEXT,
    /** Decimal texts are stored as numbers. */
    CAST_NUMBER;

    /** Whether what is read may differ from what is stored. */
    boolean changesReading() {
        return this == SHOUTS || this == ADDS;
    }
}
