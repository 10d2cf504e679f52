package dev.ananas.orm;

import java.util.Collection;

/**
 * Writes to one relation that leads to many records. Every call outside a transaction is one transition. Any thread. Records are
 * named by their primary keys, and the one that declares the relation has to exist.
 *
 * <p>What a link is depends on the relation. With hasMany and morphMany it is the foreign key of the related record, which has to
 * exist and is updated with its hooks. With hasManyBy it is an element of the list of keys in the record itself. With a
 * many-to-many relation it is a pivot, see {@link Links}. A hasManyThrough relation cannot be written to.
 *
 * @param <M> model that declares the relation
 * @param <R> related model
 */
public interface ManyLinks<M, R> {

    /** Links related keys; existing links stay as they are. With hasMany a record that had another parent leaves it. */
    void attach(Object parentKey, Collection<?> relatedKeys);

    /** Removes the links to these keys; answers how many there were. With hasMany their foreign keys become null. */
    int detach(Object parentKey, Collection<?> relatedKeys);

    /**
     * Makes these keys the linked ones; existing links keep what they have. With hasMany the other records are released, or deleted
     * where the relation has {@code onDelete(CASCADE)}, as a save in {@link SaveMode#SYNC} does. With hasManyBy the list has the
     * order of the keys.
     */
    void sync(Object parentKey, Collection<?> relatedKeys);

    /** Links what is not linked, and the reverse. */
    void toggle(Object parentKey, Collection<?> relatedKeys);
}
