package dev.ananas.orm.query;

import dev.ananas.store.collection.SortedSequence;
import java.util.List;
import java.util.function.Function;

/** What one part of a question found. Immutable. */
public sealed interface Found {

    /**
     * The number of models.
     *
     * @return not negative
     */
    int size();

    /**
     * The models in order.
     *
     * @return an immutable list; the same instance for as long as the models of a live part stay the same
     * @throws IllegalStateException if the part asked for their number alone
     */
    List<?> models();

    /**
     * The number of models, where nothing else was asked for.
     *
     * @param size how many there are
     */
    record Size(int size) implements Found {
        @Override
        public List<?> models() {
            throw new IllegalStateException("Found: this part asked for the number of models, not for the models");
        }
    }

    /**
     * A list of which nothing is known but its models.
     *
     * @param models the models in order
     */
    record Models(List<?> models) implements Found {
        @Override
        public int size() {
            return models.size();
        }
    }

    /**
     * A list that is one version of a sequence: the sequence tells in what it differs from the version before.
     *
     * @param models the models in order
     * @param members the members of which the models are read, in the same order
     * @param model the model of a member; any thread may ask
     * @param counter counts the models that are read while an answer is brought up to date
     * @param <E> what a member is
     */
    record Members<E>(List<?> models, SortedSequence<E> members, Function<? super E, ?> model, Runnable counter)
            implements Found {

        /** The model of a member, to bring an answer up to date. */
        Object read(E member) {
            counter.run();
            return model.apply(member);
        }

        @Override
        public int size() {
            return members.size();
        }
    }
}
