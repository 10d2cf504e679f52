package dev.ananas.orm.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question about one entity, as an immutable value with {@code equals}; asking it does not use it up. Lists in its answers
 * are immutable. Without {@code orderBy} models come in insertion order, related models in the insertion order of the related
 * entity.
 *
 * <p>Asked live, a value of many models is brought up to date at the cost of what changed: O(log n) for each model that came,
 * went or changed, however many there are; a number of models builds none of them. Three things cost more. The models of a
 * window are read anew. A list of plucked values in which a model moved is compared with the list before from the old place to
 * the new one, or to the first difference. And {@link #find(Collection)} without an order puts its list together anew.
 *
 * @param <M> model
 */
public interface Query<M> extends Clauses<M, Query<M>>, ListAnswer<M> {

    /** The first model in order. */
    OptionalAnswer<M> first();

    /** The model of a key ({@link dev.ananas.orm.model.Key} if composite) among those that match. */
    OptionalAnswer<M> find(Object key);

    /**
     * The models of the keys, in the order of the query, or without one in that of the keys; missing ones and repeated keys are
     * left out. The window counts once for all. Live, an answer without an order looks at each of the keys whenever one of the
     * models changed.
     */
    ListAnswer<M> find(Collection<?> keys);

    /**
     * A window of the models that can be moved without asking anew, for a view that scrolls. Names and values are checked now.
     *
     * @param offset models to leave out at the front, 0 or more
     * @param limit models to show at the most, 0 or more
     * @return a window; close it when its view is gone
     * @throws IllegalArgumentException if a number is negative
     * @throws IllegalStateException if the query has an offset or a limit already
     */
    LiveWindow<M> window(int offset, int limit);

    /**
     * A list that asks this query first, and others later, for a view with a search field or headers to sort by. Names and values are
     * checked now.
     *
     * @return holds nothing until somebody subscribes
     */
    ChangingQuery<M> changing();

    /** How many match, window included. */
    Answer<Long> count();

    /** Whether any matches. */
    Answer<Boolean> exists();

    /** The sum over the matches in the class of the attribute; null values are left out, none make 0. */
    <N extends Number & Comparable<? super N>> Answer<N> sum(NumberAttribute<? super M, N> attribute);

    /** The sum of an attribute by name in the one form of numbers without a class; what is no number is left out. */
    Answer<Number> sum(String attribute);

    /** The least value that is not null. */
    <T extends Comparable<? super T>> OptionalAnswer<T> min(ComparableAttribute<? super M, T> attribute);

    /** The least number of an attribute by name; what is no number is left out. */
    OptionalAnswer<Number> min(String attribute);

    /** The greatest value that is not null. */
    <T extends Comparable<? super T>> OptionalAnswer<T> max(ComparableAttribute<? super M, T> attribute);

    /** The greatest number of an attribute by name; what is no number is left out. */
    OptionalAnswer<Number> max(String attribute);

    /** The arithmetic mean of the values that are not null. */
    <N extends Number & Comparable<? super N>> OptionalAnswer<Double> avg(NumberAttribute<? super M, N> attribute);

    /** The arithmetic mean of an attribute by name; what is no number is left out. */
    OptionalAnswer<Double> avg(String attribute);

    /** The value of one attribute in each match, null included, in the order of the matches. */
    <T> Answer<List<T>> pluck(Attribute<? super M, T> attribute);

    /** As {@link #pluck(Attribute)}, by name. */
    Answer<List<@Nullable Object>> pluck(String attribute);

    /** The primary key of each match ({@link dev.ananas.orm.model.Key} if composite), in the order of the matches. */
    Answer<List<Object>> keys();

    /**
     * The matches by value of an attribute, null included, groups in the order of their first model. Live, a group that did not
     * change keeps its list.
     */
    <K> Answer<Map<K, List<M>>> groupBy(Attribute<? super M, K> attribute);

    /** As {@link #groupBy(Attribute)}, by name. */
    Answer<Map<@Nullable Object, List<M>>> groupBy(String attribute);

    /** The matches by the values of several attributes, in the order of these. */
    Answer<Map<List<@Nullable Object>, List<M>>> groupBy(String first, String second, String... more);

    /**
     * How the query is answered: for it and each of its relations the index or key that finds the rows, what is left to test
     * and to sort; then what answering it now costs. Answers it once to find out.
     *
     * @return some lines of text for people, not for programs
     */
    String explain();

    /**
     * A query over all models of an entity.
     *
     * @param <M> model
     * @param entity entity name
     * @param asker answers the questions
     * @return the query
     */
    static <M> Query<M> over(String entity, Asker asker) {
        return new BoundQuery<>(entity, Selection.EVERYTHING, asker);
    }
}
