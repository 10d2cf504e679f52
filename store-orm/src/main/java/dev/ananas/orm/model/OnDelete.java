package dev.ananas.orm.model;

/**
 * Referential action of a relation: what a delete of the record that declares it does to the other end. Deletes by key and by
 * query have it; emptying or replacing a whole entity does not. It is declared where the relation starts that leads from the
 * deleted record to what refers to it (has-one, has-many, polymorphic or many-to-many), never on the foreign key's own side.
 */
public enum OnDelete {
    /** Related records and links stay as they are. */
    NOTHING,
    /** Related records are deleted, with their own hooks and actions; of a many-to-many relation the links alone. */
    CASCADE,
    /** The foreign key of the related records becomes null; of a polymorphic relation the type as well. Not for many-to-many. */
    SET_NULL,
    /** The delete fails if related records or links would stay; those that the same delete removes do not count. */
    RESTRICT,
    /** The links of a many-to-many relation are deleted, the related records stay. */
    DETACH
}
