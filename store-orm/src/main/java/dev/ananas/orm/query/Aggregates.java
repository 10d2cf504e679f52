package dev.ananas.orm.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ways to make one value of what a reader finds in each model of a list. */
final class Aggregates {
    private Aggregates() {}

    /** An answer that is told again only if it does not equal the one before. */
    static <T> Question.Combine<T> byValue(Function<List<?>, T> answer) {
        return (lists, before) -> {
            T now = answer.apply(lists.get(0));
            return before != null && now.equals(before) ? before : now;
        };
    }

    /** Everything that is found, null included. */
    static <T> Question.Combine<List<T>> pluck(Function<Object, ? extends @Nullable Object> reader) {
        return byValue(models -> {
            List<T> found = new ArrayList<>(models.size());
            for (Object model : models) {
                found.add(typed(reader.apply(model)));
            }
            return Collections.unmodifiableList(found);
        });
    }

    /** The sum of the numbers, in another form. */
    static <N> Question.Combine<N> sum(Function<Object, ? extends @Nullable Object> reader, Function<Number, N> form) {
        return byValue(models -> form.apply(Numbers.sum(numbers(models, reader))));
    }

    /** The arithmetic mean of the numbers. */
    static Question.Combine<Optional<Double>> average(Function<Object, ? extends @Nullable Object> reader) {
        return byValue(models -> {
            List<Number> numbers = numbers(models, reader);
            return numbers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Numbers.sum(numbers).doubleValue() / numbers.size());
        });
    }

    /** The first in an order of the values that are not null. */
    static <T> Question.Combine<Optional<T>> least(
            Function<Object, ? extends @Nullable Object> reader, Comparator<? super T> order) {
        return byValue(models -> {
            List<T> values = new ArrayList<>(models.size());
            for (Object model : models) {
                Object value = reader.apply(model);
                if (value != null) {
                    values.add(typed(value));
                }
            }
            return values.stream().min(order);
        });
    }

    /** The first in an order of the numbers. */
    static Question.Combine<Optional<Number>> leastNumber(
            Function<Object, ? extends @Nullable Object> reader, Comparator<Number> order) {
        return byValue(models -> numbers(models, reader).stream().min(order));
    }

    private static List<Number> numbers(List<?> models, Function<Object, ? extends @Nullable Object> reader) {
        List<Number> numbers = new ArrayList<>(models.size());
        for (Object model : models) {
            if (reader.apply(model) instanceof Number number) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** A value in the type that the caller knows; null only where that type allows it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    private static <T> T typed(@Nullable Object value) {
        return (T) value;
    }
}
