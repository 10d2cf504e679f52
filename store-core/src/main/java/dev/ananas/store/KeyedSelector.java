package dev.ananas.store;

import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Selectors of one value that differ in an argument: a getter with a parameter.
 *
 * <p>{@link #of} gives the selector of an argument. Two selectors of equal arguments are equal and share one memory in
 * each store, so asking again for the same argument computes nothing, and subscribers of the same argument are settled
 * together. A store remembers the results for {@link #capacity()} arguments: when there are more, it forgets the
 * quarter that was asked for longest ago. What is forgotten is computed again when it is asked for; a subscription
 * keeps its own last value and emits nothing because of that.
 *
 * <p>Like every selector this has no state and can be a constant.
 *
 * @param <K> the argument, immutable and with {@code equals} and {@code hashCode}
 * @param <T> the value
 */
public final class KeyedSelector<K, T> {

    /** How many arguments a store remembers unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 1_000;

    private final @Nullable String name;
    private final Selector<?> input;
    private final BiFunction<Object, K, ? extends T> compute;
    private final int capacity;

    private KeyedSelector(
            @Nullable String name, Selector<?> input, BiFunction<Object, K, ? extends T> compute, int capacity) {
        this.name = name;
        this.input = input;
        this.compute = compute;
        this.capacity = capacity;
    }

    @SuppressWarnings("unchecked") // the value of the input is the first argument
    static <S, K, T> KeyedSelector<K, T> over(Selector<S> input, BiFunction<? super S, ? super K, ? extends T> read) {
        Objects.requireNonNull(read, "read");
        return new KeyedSelector<>(null, input, (value, key) -> read.apply((S) value, key), DEFAULT_CAPACITY);
    }

    /** The selector of an argument, which is not null. O(1); computes nothing. */
    public Selector<T> of(K argument) {
        return new ArgumentSelector<>(this, Objects.requireNonNull(argument, "argument"));
    }

    /** How many arguments a store remembers. */
    public int capacity() {
        return capacity;
    }

    /**
     * The same selectors with another capacity. They are remembered apart from these.
     *
     * @throws IllegalArgumentException if not positive
     */
    public KeyedSelector<K, T> capacity(int arguments) {
        if (arguments < 1) {
            throw new IllegalArgumentException("The capacity must be positive, not " + arguments);
        }
        return new KeyedSelector<>(name, input, compute, arguments);
    }

    /** The same selectors under a name, for errors and tools. They are remembered apart from these. */
    public KeyedSelector<K, T> named(String name) {
        return new KeyedSelector<>(Objects.requireNonNull(name, "name"), input, compute, capacity);
    }

    /** The name given, else the names of the slices that are read. */
    public String name() {
        return name == null ? "of " + DerivedSelector.namesOf(input.slices()) : name;
    }

    Selector<?> input() {
        return input;
    }

    T compute(Object value, K argument) {
        return compute.apply(value, argument);
    }

    @Override
    public String toString() {
        return "KeyedSelector[" + name() + "]";
    }
}
