package dev.ananas.orm.load;

import java.util.Objects;

/**
 * Where a load is, with what the store has for it.
 *
 * @param <T> what a query answers
 */
public sealed interface LoadState<T> {

    /** What the store has; while nothing was loaded, what the query answers without it, such as an empty list. */
    T shown();

    /**
     * A request is on its way.
     *
     * @param previous what the store has meanwhile
     */
    record Loading<T>(T previous) implements LoadState<T> {

        public Loading {
            Objects.requireNonNull(previous, "previous");
        }

        @Override
        public T shown() {
            return previous;
        }
    }

    /**
     * Nothing is on its way.
     *
     * @param value what the store has
     */
    record Data<T>(T value) implements LoadState<T> {

        public Data {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public T shown() {
            return value;
        }
    }

    /**
     * The last request failed.
     *
     * @param error why
     * @param previous what the store has all the same
     */
    record Failed<T>(Throwable error, T previous) implements LoadState<T> {

        public Failed {
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(previous, "previous");
        }

        @Override
        public T shown() {
            return previous;
        }
    }
}
