package dev.ananas.orm.fuzz;

/** What an attribute of a generated schema holds; one attribute never holds values of two kinds. */
enum Kind {
    NUMBER,
    TEXT,
    BOOL,
    /** Declared as any value, used for numbers. */
    ANY,
    /** Lists of numbers. */
    TAGS,
    /** A generated key. */
    UID,
    /** When the record was stored first and last, which the library keeps. */
    TIMES;

    /** Whether an order is defined and conditions may compare. */
    boolean isPlain() {
        return this != TAGS && this != UID && this != TIMES;
    }

    boolean isNumeric() {
        return this == NUMBER || this == ANY;
    }
}
