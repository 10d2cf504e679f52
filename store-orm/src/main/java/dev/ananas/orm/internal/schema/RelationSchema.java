package dev.ananas.orm.internal.schema;

import org.jspecify.annotations.Nullable;

/**
 * A relation with its names resolved. Every kind is one or two equi-joins: from the parent to the related table, or from the
 * parent to a link table and on to the related one. Nothing after the schema check asks for the kind.
 *
 * <p>{@code parentColumns} equal {@code near} columns (of the link table where there is one, of the related table
 * otherwise); {@code link.onward} equals {@code link.far} columns of the related table.
 *
 * @param name as declared
 * @param ordinal component of the parent that receives the related models
 * @param toMany whether that component is a list
 * @param parent table of the entity that declares the relation
 * @param related table of the related entity
 * @param parentColumns columns of the parent
 * @param parentSide finds parents by these columns, for walking back
 * @param near finds the next rows by the parent's values
 * @param ownsKey whether the parent holds the foreign key (belongsTo)
 * @param link the link table between the two, or null
 */
public record RelationSchema(
        String name,
        int ordinal,
        boolean toMany,
        TableSchema parent,
        TableSchema related,
        int[] parentColumns,
        Lookup parentSide,
        Lookup near,
        boolean ownsKey,
        @Nullable Link link) {

    /**
     * The rows between both ends of a many-to-many relation.
     *
     * @param table the pivot table
     * @param near finds pivots by the values of the parent
     * @param onward finds pivots by their values for the related entity, for walking back
     * @param far finds related rows by a pivot's values
     * @param slot component of the related entity that receives the pivot, or -1
     * @param as name of the accessor
     * @param unique whether the key of the pivot is the pair of both ends, so that no pair can occur twice
     */
    public record Link(
            TableSchema table, Lookup near, Lookup onward, Lookup far, int slot, String as, boolean unique) {}

    /** The table whose rows the parent's values find first. */
    public TableSchema nearTable() {
        return link == null ? related : link.table();
    }

    @Override
    public String toString() {
        return parent.name() + "." + name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
