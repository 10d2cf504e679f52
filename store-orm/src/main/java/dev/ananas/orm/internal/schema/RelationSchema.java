package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.RelationType;
import org.jspecify.annotations.Nullable;

/**
 * A relation to one entity with its names resolved. Every kind is one or two joins: from the parent to the related table, or
 * from the parent to a link table and on to the related one. A relation to several entities has one of these for each. Nothing
 * after the schema check asks for the kind.
 *
 * @param name as declared
 * @param ordinal component of the parent that receives the related models
 * @param toMany whether that component is a list
 * @param parent table of the entity that declares the relation
 * @param related table of the related entity
 * @param far the related entity, which may be a case and see some rows of its table only
 * @param near from the parent to the related table, or to the link table
 * @param ownsKey whether the parent holds the foreign key
 * @param link the link table between the two, or null
 */
public record RelationSchema(
        String name,
        int ordinal,
        boolean toMany,
        TableSchema parent,
        TableSchema related,
        EntitySchema far,
        Join near,
        boolean ownsKey,
        @Nullable Link link) {

    /**
     * The rows between both ends.
     *
     * @param far from the link table to the related table
     * @param kind what the rows are for
     * @param slot component of the related entity that receives them, or -1
     * @param as name of that component
     */
    public record Link(Join far, Kind kind, int slot, String as) {

        /** The link table. */
        public TableSchema table() {
            return far.from();
        }
    }

    /** What the rows of a link table are for. */
    public enum Kind {
        /** Pivots whose key makes every pair unique. */
        UNIQUE_PIVOT,
        /** Pivots that may occur several times for a pair; the first one counts. */
        PIVOT,
        /** Records of an entity of their own, in whose order the related ones come. */
        THROUGH,
        /** Positions in a list of ids, kept by the draft. */
        POSITION;

        /** Whether rows of the same pair hide each other. */
        public boolean collapses() {
            return this == PIVOT;
        }

        /** Whether related models come in the order of the rows, and terms order only what belongs to one row. */
        public boolean ordersByLink() {
            return this == THROUGH || this == POSITION;
        }

        /** Whether the rows can be written through the relation and read from the related model. */
        public boolean isPivot() {
            return this == UNIQUE_PIVOT || this == PIVOT;
        }
    }

    /** Whether a stored model of the parent table has the relation, which one of another case has not. */
    public boolean isOf(Object parentModel) {
        return parent.has(parentModel, ordinal);
    }

    /** Whether the relation leads through pivots. */
    public boolean hasPivot() {
        return link != null && link.kind().isPivot();
    }

    /** What a delete of a parent does to the other end. */
    public OnDelete onDelete() {
        return parent.components().get(ordinal) instanceof RelationType type ? type.onDelete() : OnDelete.NOTHING;
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
