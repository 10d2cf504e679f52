package dev.ananas.orm.model;

/** Referential action of a relation: what a delete of the record that declares it does to the other end. */
public enum OnDelete {
    /** Related records and links stay as they are. */
    NOTHING,
    /** Related records are deleted, with their own hooks and actions; of a many-to-many relation the links alone. */
    CASCADE,
    /** The foreign key of the related records becomes null; of a polymorphic relation the type as well. */
    SET_NULL,
    /** The delete fails while there are related records or links. */
    RESTRICT,
    /** The links of a many-to-many relation are deleted, the related records stay. */
    DETACH
}
