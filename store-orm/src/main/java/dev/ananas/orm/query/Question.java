package dev.ananas.orm.query;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be answered, as a value: some selections, and how their lists of models make the answer.
 *
 * @param <T> what the answer is
 * @param parts the selections, each of an entity
 * @param combine makes the answer; called again whenever one of the lists changed
 */
public record Question<T>(List<Part> parts, Combine<T> combine) {

    /** A selection of one entity. */
    public record Part(String entity, Selection selection) {
        @Override
        public String toString() {
            return Wording.of(entity, selection);
        }
    }

    /**
     * Makes an answer of lists of models.
     *
     * @param <T> what the answer is
     */
    @FunctionalInterface
    public interface Combine<T> {

        /**
         * The answer.
         *
         * @param lists one immutable list for each part
         * @param before the answer to former lists of the same parts, or null
         * @return the answer; {@code before} itself if that says the same, so that nobody is told twice
         */
        T answer(List<List<?>> lists, @Nullable T before);
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining("; "));
    }
}
