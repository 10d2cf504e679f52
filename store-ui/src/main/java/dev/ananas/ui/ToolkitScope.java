package dev.ananas.ui;

import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.orm.query.Query;
import dev.ananas.store.Selector;
import dev.ananas.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;

/**
 * What the scopes of all toolkits do alike: a {@link UiScope} whose thread is that of the toolkit, below as the user interface thread.
 * Each toolkit adds what it can bind and when a scope ends by itself.
 */
public abstract class ToolkitScope implements AutoCloseable {
    private final UiScope scope;

    /**
     * For the scopes of toolkits.
     *
     * @param scope its thread is that of the toolkit
     */
    protected ToolkitScope(UiScope scope) {
        this.scope = Objects.requireNonNull(scope, "scope");
    }

    /** The scope without the toolkit. */
    public final UiScope scope() {
        return scope;
    }

    /**
     * Shows every answer of a query, such as a count or the first model.
     *
     * @param answer what to follow
     * @param show receives the current answer, then each one that differs, on the user interface thread
     * @return ends this subscription alone
     */
    public final <T> Disposable show(Answer<T> answer, Consumer<? super T> show) {
        return scope.subscribe(answer.question().toString(), answer.flux(), show);
    }

    /**
     * Shows the value of a selector.
     *
     * @param store the store that has the slices of the selector
     * @param selector what to follow
     * @param show receives the current value, then each one that differs, on the user interface thread
     * @return ends this subscription alone
     */
    public final <T> Disposable show(Store store, Selector<T> selector, Consumer<? super T> show) {
        return scope.subscribe("selector " + selector.name(), store.select(selector), show);
    }

    /**
     * Has a list ask another query, such as for another text in a search field: views, models and adapters of the list are told the
     * difference, so what is selected and in sight stays, by key. The query is answered in the background; see {@link UiScope#ask}.
     *
     * @param shown what was given to this scope to show, as any query
     * @param query a query of the same entity and database
     */
    public final <M> void ask(ChangingQuery<M> shown, Query<M> query) {
        scope.ask(shown, query);
    }

    /**
     * Hears every value of a source on the user interface thread.
     *
     * @param what what it is, for reports
     * @param source an answer's or selector's stream; another one should merge or drop what was not asked for
     * @param show receives each value
     * @return ends this subscription alone
     */
    public final <T> Disposable subscribe(String what, Publisher<T> source, Consumer<? super T> show) {
        return scope.subscribe(what, source, show);
    }

    /** What it has open: what leaks if it should be closed by now. */
    public final List<OpenSubscription> open() {
        return scope.open();
    }

    /** Whether it is closed. */
    public final boolean isClosed() {
        return scope.isClosed();
    }

    /** Ends everything that it has open. Any thread may call it, more than once; see {@link UiScope#close}. */
    @Override
    public final void close() {
        scope.close();
    }

    @Override
    public final String toString() {
        return scope.toString();
    }
}
