package dev.ananas.orm.view;

import java.util.List;
import java.util.Set;

/**
 * Takes a change of a list step by step, each position being right at the moment of its call: whoever carries out every call on
 * a copy of the old list has the new one. This is what adapters of list views want to be told.
 *
 * <p>Calls come in this order: {@link #initial}, alone; or else {@link #removed} from the back to the front,
 * {@link #moved}, {@link #inserted} from the front to the back, {@link #updated} from the front to the back. Neighbours come
 * together in one call. From the first call of {@code inserted} on, positions are those of the new list.
 *
 * @param <M> model
 */
public interface ListSteps<M> {

    /**
     * Everything is new: drop what was there and take these.
     *
     * @param list the first list, immutable
     */
    void initial(List<M> list);

    /**
     * Some models in a row are gone.
     *
     * @param position of the first one
     * @param count how many, at least 1
     */
    void removed(int position, int count);

    /**
     * One model changes its place: take it out, then put it in.
     *
     * @param from its position
     * @param to its position afterwards, which is also where to put it in after it was taken out; never {@code from}
     */
    void moved(int from, int to);

    /**
     * Some models in a row are new.
     *
     * @param position of the first one
     * @param models at least one, immutable
     */
    void inserted(int position, List<M> models);

    /**
     * Some models in a row have a new state.
     *
     * @param position of the first one
     * @param models the new states, at least one, immutable
     * @param attributes names of the attributes and relations in which each of them differs from its former state
     */
    void updated(int position, List<M> models, Set<String> attributes);
}
