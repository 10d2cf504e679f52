package dev.ananas.orm.model;

/** Stands in a row for a value that the query did not show. */
enum LeftOut {
    MARK;

    @Override
    public String toString() {
        return "(hidden)";
    }
}
