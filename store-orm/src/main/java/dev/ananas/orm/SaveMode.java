package dev.ananas.orm;

/** What a save does with related records that its data does not nest. A relation that the data does not name stays as it is. */
public enum SaveMode {
    /** Nothing: related records and links are added, never removed. Null and empty lists remove nothing either. */
    MERGE,
    /**
     * What the data says about a relation is all there is. Of a many-to-many relation, other links are deleted. Of a has-one,
     * has-many or polymorphic relation, other records are deleted if the relation declares
     * {@link dev.ananas.orm.model.OnDelete#CASCADE} and otherwise lose their foreign key. A list of keys becomes the keys of
     * the nested records, and null for a record to which this one belongs clears its foreign key.
     */
    SYNC
}
