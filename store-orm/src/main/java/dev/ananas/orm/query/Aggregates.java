package dev.ananas.orm.query;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ways to make one value of what a reader finds in each model of a list. */
final class Aggregates {
    private Aggregates() {}

    /** Of two answers the one before, if it says the same, so that it is not told again. */
    static <T> T sooner(@Nullable T before, T now) {
        return before != null && now.equals(before) ? before : now;
    }

    /** An answer made of what the only part found. */
    static <T> Question.Combine<T> of(Function<Found, T> answer) {
        return (found, before) -> sooner(before, answer.apply(found.get(0)));
    }

    /** How many of some models a window shows. */
    static Question.Combine<Long> count(Selection.Window window) {
        return of(found -> window.count(found.size()));
    }

    /** Whether a window shows any of some models. */
    static Question.Combine<Boolean> exists(Selection.Window window) {
        return of(found -> window.count(found.size()) > 0);
    }

    /** The sum of the numbers, in another form. */
    static <N> Question.Combine<N> sum(Function<Object, ? extends @Nullable Object> reader, Function<Number, N> form) {
        return new Folding<>(reader, sum -> form.apply(sum.total()));
    }

    /** The arithmetic mean of the numbers. */
    static Question.Combine<Optional<Double>> average(Function<Object, ? extends @Nullable Object> reader) {
        return new Folding<>(
                reader,
                sum -> sum.count() == 0
                        ? Optional.empty()
                        : Optional.of(sum.total().doubleValue() / sum.count()));
    }

    /** What is found in the first model, unless it is null. */
    static <T> Question.Combine<Optional<T>> first(Function<Object, ? extends @Nullable Object> reader) {
        return of(found -> found.size() == 0
                ? Optional.empty()
                : Optional.ofNullable(
                        Aggregates.<T>typed(reader.apply(found.models().get(0)))));
    }

    /** The first in an order of the values that are not null. */
    static <T> Question.Combine<Optional<T>> least(
            Function<Object, ? extends @Nullable Object> reader, Comparator<? super T> order) {
        return of(found -> found.models().stream()
                .map(reader)
                .filter(Objects::nonNull)
                .map(Aggregates::<T>typed)
                .min(order));
    }

    /** A value in the type that the caller knows; null only where that type allows it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    private static <T> T typed(@Nullable Object value) {
        return (T) value;
    }
}
