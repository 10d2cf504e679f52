package dev.ananas.orm;

import dev.ananas.orm.model.Patch;
import java.util.Map;

/**
 * Writes to the links of one many-to-many relation. Every call outside a transaction is one transition. Any thread. The parent
 * is named by its primary key and has to exist; related records are named by their primary keys and need not exist yet,
 * unless the relation uses another related key, which has to be read from them. No call makes a second link of a pair, or
 * turns the link of another pair into one of this pair: a new pivot that names the generated key of another one gets a new key, and
 * one that names any other key in use is refused.
 *
 * @param <M> model that declares the relation
 * @param <R> related model
 * @param <P> pivot
 */
public interface Links<M, R, P> extends ManyLinks<M, R> {

    /** Links a related key, or updates the existing link. */
    void attach(Object parentKey, Object relatedKey, Patch<P> pivot);

    /** Makes these keys the linked ones, with these values in their pivots. */
    void sync(Object parentKey, Map<?, ? extends Patch<P>> links);

    /** Changes one existing link; answers whether there was one. */
    boolean updatePivot(Object parentKey, Object relatedKey, Patch<P> pivot);
}
