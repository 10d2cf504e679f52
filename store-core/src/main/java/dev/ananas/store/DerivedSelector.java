package dev.ananas.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A function of the values of other selectors. */
sealed class DerivedSelector<T> extends Selector<T> permits ArgumentSelector {

    private final @Nullable String name;
    private final List<Selector<?>> inputs;
    private final Function<Inputs, ? extends T> compute;

    DerivedSelector(@Nullable String name, List<Selector<?>> inputs, Function<Inputs, ? extends T> compute) {
        this.name = name;
        this.inputs = inputs;
        this.compute = compute;
    }

    static <T> DerivedSelector<T> of(Function<Inputs, ? extends T> compute, Selector<?>... inputs) {
        return new DerivedSelector<>(null, list(inputs), compute);
    }

    List<Selector<?>> inputs() {
        return inputs;
    }

    T compute(Object[] values) {
        T value;
        try {
            value = compute.apply(new Inputs(values));
        } catch (RuntimeException e) {
            throw new StoreException("Selector \"" + name() + "\" failed: " + StoreException.describe(e), e);
        }
        if (value == null) {
            throw new StoreException("Selector \"" + name() + "\" returned null; return an Optional or a default");
        }
        return value;
    }

    @Override
    public final Selector<T> named(String name) {
        return new DerivedSelector<>(Objects.requireNonNull(name, "name"), inputs, compute);
    }

    @Override
    public String name() {
        if (name != null) {
            return name;
        }
        return "of " + namesOf(slices());
    }

    static String namesOf(Set<StoreDefinition<?>> slices) {
        return slices.stream().map(StoreDefinition::name).collect(Collectors.joining(", "));
    }

    @Override
    void addSlices(Set<StoreDefinition<?>> into) {
        inputs.forEach(input -> input.addSlices(into));
    }

    /** The values of the inputs, in their order. */
    record Inputs(Object[] values) {

        @SuppressWarnings("unchecked") // the value at a position is the one of the selector at that position
        <V> V get(Selector<V> selector, int position) {
            return (V) values[position];
        }

        @SuppressWarnings("unchecked") // the selectors are all of this type
        <V> List<V> all() {
            return Collections.unmodifiableList((List<V>) Arrays.asList(values));
        }
    }
}
