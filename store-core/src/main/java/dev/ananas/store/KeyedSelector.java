package dev.ananas.store;

/**
 * Selectors of one value that differ in an argument: a getter with a parameter.
 *
 * <p>{@link #of} gives the selector of an argument. Two selectors of equal arguments are equal and share one memory in
 * each store, so asking again for the same argument computes nothing, and subscribers of the same argument are settled
 * together. A store remembers the results for {@link #capacity()} arguments: when there are more, it forgets the
 * quarter that was asked for longest ago. What is forgotten is computed again when it is asked for; a subscription
 * keeps its own last value and emits nothing because of that.
 *
 * <p>Like every selector this has no state and can be a constant. The library alone implements it.
 *
 * @param <K> the argument, immutable and with {@code equals} and {@code hashCode}
 * @param <T> the value
 */
public interface KeyedSelector<K, T> {

    /** How many arguments a store remembers unless told otherwise. */
    int DEFAULT_CAPACITY = 1_000;

    /** The selector of an argument, which is not null. O(1); computes nothing. */
    Selector<T> of(K argument);

    /** How many arguments a store remembers. */
    int capacity();

    /**
     * The same selectors with another capacity. They are remembered apart from these.
     *
     * @throws IllegalArgumentException if not positive
     */
    KeyedSelector<K, T> capacity(int arguments);

    /** The same selectors under a name, for errors and tools. They are remembered apart from these. */
    KeyedSelector<K, T> named(String name);

    /** The name given, else the names of the slices that are read. */
    String name();
}
