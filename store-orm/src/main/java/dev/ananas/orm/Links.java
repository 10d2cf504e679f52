package dev.ananas.orm;

import dev.ananas.orm.model.Patch;
import java.util.Collection;
import java.util.Map;

/**
 * Writes to the links of one many-to-many relation. Every call outside a transaction is one transition. Any thread. The parent
 * is named by its primary key and has to exist; related records are named by their primary keys and need not exist yet,
 * unless the relation uses another related key, which has to be read from them. No call makes a second link of a pair.
 *
 * @param <M> model that declares the relation
 * @param <R> related model
 * @param <P> pivot
 */
public interface Links<M, R, P> {

    /** Links a related key, or updates the existing link. */
    void attach(Object parentKey, Object relatedKey, Patch<P> pivot);

    /** Links related keys; existing links stay as they are. */
    void attach(Object parentKey, Collection<?> relatedKeys);

    /** Removes the links to these keys; answers how many pairs there were. */
    int detach(Object parentKey, Collection<?> relatedKeys);

    /** Makes these keys the linked ones; existing links keep their attributes. */
    void sync(Object parentKey, Collection<?> relatedKeys);

    /** Makes these keys the linked ones, with these values in their pivots. */
    void sync(Object parentKey, Map<?, ? extends Patch<P>> links);

    /** Links what is not linked, and the reverse. */
    void toggle(Object parentKey, Collection<?> relatedKeys);

    /** Changes one existing link; answers whether there was one. */
    boolean updatePivot(Object parentKey, Object relatedKey, Patch<P> pivot);
}
