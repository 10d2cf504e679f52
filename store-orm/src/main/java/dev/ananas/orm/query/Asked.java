package dev.ananas.orm.query;

import dev.ananas.orm.internal.change.ListChanges;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A question together with whom to ask. */
class Asked<T> implements Answer<T> {
    private final Question<T> question;
    private final Asker asker;

    Asked(Question<T> question, Asker asker) {
        this.question = question;
        this.asker = asker;
    }

    final Asker asker() {
        return asker;
    }

    @Override
    public final Question<T> question() {
        return question;
    }

    @Override
    public T get() {
        return asker.now(question);
    }

    @Override
    public Flux<T> flux() {
        return versions().map(Versioned::value);
    }

    @Override
    public Flux<Versioned<T>> versions() {
        return asker.live(question);
    }

    @Override
    public Selector<T> selector() {
        return asker.selector(question);
    }

    @Override
    public String toString() {
        return question.toString();
    }

    /** A question whose answer is a list of models of an entity. */
    static final class OfModels<M> extends Asked<List<M>> implements ListAnswer<M> {
        private final String entity;

        OfModels(String entity, Question<List<M>> question, Asker asker) {
            super(question, asker);
            this.entity = entity;
        }

        @Override
        public Flux<ListChange<M>> changes() {
            return changes(entity, question(), asker());
        }

        static <M> Flux<ListChange<M>> changes(String entity, Question<List<M>> question, Asker asker) {
            return Flux.defer(() -> asker.live(question).map(new ListChanges<>(asker.differences(entity))));
        }
    }

    /** A question whose answer may be missing. */
    static final class Maybe<T> extends Asked<Optional<T>> implements OptionalAnswer<T> {
        private final String wording;

        /** {@code wording} says what is missing if the answer is. */
        Maybe(Question<Optional<T>> question, Asker asker, String wording) {
            super(question, asker);
            this.wording = wording;
        }

        @Override
        public T orElseThrow() {
            return get().orElseThrow(() -> new NoSuchElementException("No model matches " + wording));
        }

        @Override
        public @Nullable T orElse(@Nullable T other) {
            return get().orElse(other);
        }
    }
}
