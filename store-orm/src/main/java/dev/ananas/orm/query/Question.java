package dev.ananas.orm.query;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be answered, as a value: some selections, and how what they find makes the answer.
 *
 * @param <T> what the answer is
 * @param parts the selections, each of an entity
 * @param combine makes the answer; called again whenever something else was found
 */
public record Question<T>(List<Part> parts, Combine<T> combine) {

    /** What a part asks for. */
    public enum Wanted {
        /** The models in order. */
        MODELS,
        /** Their number; the selection has no window, order or relations then. */
        NUMBER
    }

    /** A selection of one entity. */
    public record Part(String entity, Selection selection, Wanted wanted) {
        @Override
        public String toString() {
            return (wanted == Wanted.NUMBER ? "number of " : "") + Wording.of(entity, selection);
        }
    }

    /**
     * Makes an answer of what was found.
     *
     * @param <T> what the answer is
     */
    @FunctionalInterface
    public interface Combine<T> {

        /**
         * The answer.
         *
         * @param found what was found, for each part
         * @param before the answer to what the same parts found before, or null
         * @return the answer; {@code before} itself if that says the same, so that nobody is told twice
         */
        T answer(List<Found> found, @Nullable T before);

        /**
         * The same for one subscriber: is given one version after the other, and may remember what it made of the last one.
         *
         * @return this, if it remembers nothing
         */
        default Combine<T> forSubscriber() {
            return this;
        }
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining("; "));
    }
}
