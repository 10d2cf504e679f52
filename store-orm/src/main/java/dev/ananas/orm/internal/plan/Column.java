package dev.ananas.orm.internal.plan;

/**
 * A column of a member of a level: of its pivot, or of the model itself.
 *
 * @param ofLink whether it is a column of the pivot
 * @param ordinal the column
 */
record Column(boolean ofLink, int ordinal) implements Comparable<Column> {
    @Override
    public int compareTo(Column other) {
        int bySide = Boolean.compare(ofLink, other.ofLink);
        return bySide != 0 ? bySide : Integer.compare(ordinal, other.ordinal);
    }
}
