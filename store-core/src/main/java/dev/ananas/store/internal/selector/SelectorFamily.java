package dev.ananas.store.internal.selector;

import dev.ananas.store.KeyedSelector;
import dev.ananas.store.Selector;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The selectors of one value that differ in an argument; a store remembers them together. */
public final class SelectorFamily<K, T> implements KeyedSelector<K, T> {

    private final @Nullable String name;
    private final Selector<?> input;
    private final BiFunction<Object, K, ? extends T> compute;
    private final int capacity;

    private SelectorFamily(
            @Nullable String name, Selector<?> input, BiFunction<Object, K, ? extends T> compute, int capacity) {
        this.name = name;
        this.input = input;
        this.compute = compute;
        this.capacity = capacity;
    }

    @SuppressWarnings("unchecked") // the value of the input is the first argument
    public static <S, K, T> SelectorFamily<K, T> over(
            Selector<S> input, BiFunction<? super S, ? super K, ? extends T> read) {
        Objects.requireNonNull(read, "read");
        return new SelectorFamily<>(null, input, (value, key) -> read.apply((S) value, key), DEFAULT_CAPACITY);
    }

    @Override
    public Selector<T> of(K argument) {
        return new ArgumentSelector<>(this, Objects.requireNonNull(argument, "argument"));
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public KeyedSelector<K, T> capacity(int arguments) {
        if (arguments < 1) {
            throw new IllegalArgumentException("The capacity must be positive, not " + arguments);
        }
        return new SelectorFamily<>(name, input, compute, arguments);
    }

    @Override
    public KeyedSelector<K, T> named(String name) {
        return new SelectorFamily<>(Objects.requireNonNull(name, "name"), input, compute, capacity);
    }

    @Override
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
