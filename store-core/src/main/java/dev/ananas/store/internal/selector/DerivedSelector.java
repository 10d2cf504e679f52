package dev.ananas.store.internal.selector;

import dev.ananas.store.Selector;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A function of the values of other selectors. */
public sealed class DerivedSelector<T> implements Selector<T> permits ArgumentSelector, ReadingSelector {

    private final @Nullable String name;
    private final List<Selector<?>> inputs;
    private final Function<Inputs, ? extends T> compute;

    DerivedSelector(@Nullable String name, List<Selector<?>> inputs, Function<Inputs, ? extends T> compute) {
        this.name = name;
        this.inputs = inputs;
        this.compute = compute;
    }

    public static <A, T> DerivedSelector<T> of(Selector<A> input, Function<? super A, ? extends T> read) {
        Objects.requireNonNull(read, "read");
        return new DerivedSelector<>(null, list(input), inputs -> read.apply(inputs.get(input, 0)));
    }

    public static <A, B, T> DerivedSelector<T> of(
            Selector<A> first, Selector<B> second, BiFunction<? super A, ? super B, ? extends T> combine) {
        Objects.requireNonNull(combine, "combine");
        return new DerivedSelector<>(
                null,
                list(Objects.requireNonNull(first, "first"), Objects.requireNonNull(second, "second")),
                inputs -> combine.apply(inputs.get(first, 0), inputs.get(second, 1)));
    }

    public static <A, B, C, T> DerivedSelector<T> of(
            Selector<A> first,
            Selector<B> second,
            Selector<C> third,
            Selector.Combiner<? super A, ? super B, ? super C, ? extends T> combine) {
        Objects.requireNonNull(combine, "combine");
        return new DerivedSelector<>(
                null,
                list(
                        Objects.requireNonNull(first, "first"),
                        Objects.requireNonNull(second, "second"),
                        Objects.requireNonNull(third, "third")),
                inputs -> combine.apply(inputs.get(first, 0), inputs.get(second, 1), inputs.get(third, 2)));
    }

    public static <A, T> DerivedSelector<T> of(
            List<? extends Selector<? extends A>> selectors, Function<? super List<A>, ? extends T> combine) {
        Objects.requireNonNull(combine, "combine");
        return new DerivedSelector<>(
                null, list(selectors.toArray(new Selector<?>[0])), inputs -> combine.apply(inputs.all()));
    }

    static List<Selector<?>> list(Selector<?>... selectors) {
        for (Selector<?> selector : selectors) {
            Objects.requireNonNull(selector, "selector");
        }
        return Collections.unmodifiableList(Arrays.asList(selectors));
    }

    List<Selector<?>> inputs() {
        return inputs;
    }

    T compute(Object[] values) {
        T value;
        try {
            value = compute.apply(new Inputs(values));
        } catch (RuntimeException e) {
            throw StoreException.failed("Selector \"" + name() + "\"", e);
        }
        if (value == null) {
            throw new StoreException("Selector \"" + name() + "\" returned null; return an Optional or a default");
        }
        return value;
    }

    @Override
    public Selector<T> named(String name) {
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
    public final Set<StoreDefinition<?>> slices() {
        Set<StoreDefinition<?>> slices = new LinkedHashSet<>();
        inputs.forEach(input -> slices.addAll(input.slices()));
        return Collections.unmodifiableSet(slices);
    }

    @Override
    public final String toString() {
        return "Selector[" + name() + "]";
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
