package dev.ananas.orm.query;

import dev.ananas.orm.internal.change.ListChanges;
import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The query asked last together with the live answer that follows it. */
final class BoundChangingQuery<M> implements ChangingQuery<M> {
    private final Movable<List<M>> movable;
    private volatile BoundQuery<M> current;

    BoundChangingQuery(BoundQuery<M> first) {
        this.current = first;
        this.movable = first.asker().movable(question(first));
    }

    private static <M> Question<List<M>> question(BoundQuery<M> query) {
        Question<List<M>> question = query.question();
        return new Question<>(
                question.parts(), (found, before) -> latest(question.combine().answer(found, before), before));
    }

    /** The list before if the new one says the same: another query may have the same answer. */
    private static <M> List<M> latest(List<M> now, @Nullable List<M> before) {
        boolean same = before != null && ResultList.of(before).isSame(ResultList.of(now));
        return same ? Objects.requireNonNull(before) : now;
    }

    @Override
    public void ask(Query<M> next) {
        ask(next, Runnable::run);
    }

    @Override
    public void ask(Query<M> next, Executor executor) {
        BoundQuery<M> before = current;
        BoundQuery<M> other = ofSameKind(next);
        current = other;
        executor.execute(() -> {
            if (current == other) {
                move(before, other);
            }
        });
    }

    private void move(BoundQuery<M> before, BoundQuery<M> other) {
        try {
            movable.ask(question(other));
        } catch (RuntimeException wrong) {
            current = before;
            throw wrong;
        }
    }

    private BoundQuery<M> ofSameKind(Query<M> next) {
        BoundQuery<M> asked = current;
        if (Objects.requireNonNull(next, "next") instanceof BoundQuery<M> other
                && other.entity().equals(asked.entity())
                && other.asker() == asked.asker()) {
            return other;
        }
        throw new IllegalArgumentException("ChangingQuery.ask: expected a query of \"" + asked.entity()
                + "\" in the same database, but found: " + next + ". Make one with query() of the same repository.");
    }

    @Override
    public Query<M> query() {
        return current;
    }

    @Override
    public Question<List<M>> question() {
        return current.question();
    }

    @Override
    public Selector<List<M>> selector() {
        return current.selector();
    }

    @Override
    public List<M> get() {
        return current.get();
    }

    @Override
    public Flux<List<M>> flux() {
        return versions().map(Versioned::value);
    }

    @Override
    public Flux<Versioned<List<M>>> versions() {
        return movable.versions();
    }

    @Override
    public Flux<ListChange<M>> changes() {
        return Flux.defer(() -> versions().map(new ListChanges<>(current.asker().differences(current.entity()))));
    }

    @Override
    public String toString() {
        return "changing, now " + current;
    }
}
