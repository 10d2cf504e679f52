package dev.ananas.store;

import dev.ananas.store.internal.selector.DerivedSelector;
import dev.ananas.store.internal.selector.SelectorFamily;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A pure function of the state tree.
 *
 * <p>A selector has no state, so it can be a constant and serve any number of stores. Each store remembers its last
 * inputs and result: it is computed again only if an input is another reference, and a result equal to the one before
 * is replaced by it, so that what did not change keeps its reference. What a selector is built from runs on the thread
 * that reads or writes and never returns null; use {@code Optional} for what may be absent.
 *
 * <p>The library alone implements it; a store refuses to read others.
 *
 * @param <T> the value
 */
public interface Selector<T> {

    /**
     * A selector of two others.
     *
     * @param combine pure, never returns null
     */
    static <A, B, T> Selector<T> combine(
            Selector<A> first, Selector<B> second, BiFunction<? super A, ? super B, ? extends T> combine) {
        return DerivedSelector.of(first, second, combine);
    }

    /**
     * A selector of three others.
     *
     * @param combine pure, never returns null
     */
    static <A, B, C, T> Selector<T> combine(
            Selector<A> first,
            Selector<B> second,
            Selector<C> third,
            Combiner<? super A, ? super B, ? super C, ? extends T> combine) {
        return DerivedSelector.of(first, second, third, combine);
    }

    /**
     * A selector of any number of others of one type.
     *
     * @param selectors the others; their values are passed in this order
     * @param combine pure, never returns null
     */
    static <A, T> Selector<T> combine(
            List<? extends Selector<? extends A>> selectors, Function<? super List<A>, ? extends T> combine) {
        return DerivedSelector.of(selectors, combine);
    }

    /**
     * A selector of something derived from this one.
     *
     * @param read pure, never returns null
     */
    default <R> Selector<R> map(Function<? super T, ? extends R> read) {
        return DerivedSelector.of(this, read);
    }

    /**
     * Selectors of something derived from this one and an argument.
     *
     * @param <K> the argument, immutable and with {@code equals} and {@code hashCode}
     * @param read pure, never returns null
     */
    default <K, R> KeyedSelector<K, R> keyed(BiFunction<? super T, ? super K, ? extends R> read) {
        return SelectorFamily.over(this, read);
    }

    /** The same selector under a name, for errors and tools. It is remembered apart from this one. */
    Selector<T> named(String name);

    /** The name given, else the names of the slices it reads. */
    String name();

    /** The slices it reads, directly or through other selectors. */
    Set<StoreDefinition<?>> slices();

    /**
     * A function of three arguments.
     *
     * @param <A> the first
     * @param <B> the second
     * @param <C> the third
     * @param <T> the result
     */
    @FunctionalInterface
    interface Combiner<A, B, C, T> {

        /** Combines three values; pure, never returns null. */
        T apply(A first, B second, C third);
    }
}
