package dev.ananas.ui.android;

import android.app.Activity;
import android.view.View;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.orm.query.ListAnswer;
import dev.ananas.orm.query.LiveWindow;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Selector;
import dev.ananas.store.Store;
import dev.ananas.ui.OpenSubscription;
import dev.ananas.ui.UiScope;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * What a part of an Android user interface shows of a store, for as long as it is shown.
 *
 * <pre>{@code
 * protected void onCreate(Bundle state) {
 *     super.onCreate(state);
 *     AndroidScope scope = AndroidScope.of("countries", this);         // ends when the activity is destroyed
 *     listView.setAdapter(scope.adapter(countries.query().orderBy(Country_.name), Country::code, rows));
 *     scope.show(countries.query().count(), count -> title.setText(count + " countries"));
 * }
 * }</pre>
 *
 * <p>Queries are answered and changes are prepared on a thread of the scope's own; what is shown changes on the main thread, at most
 * once per frame, in the order of versions, and not at all after the scope has closed: see {@link UiScope}. An error that nobody handles
 * ends the application, as errors of the main thread do; a {@link UiScope} with a receiver of errors changes that.
 *
 * <p>Make a scope and subscribe on the main thread; {@link #close} is for any thread.
 */
public final class AndroidScope implements AutoCloseable {
    private final UiScope scope;

    private AndroidScope(UiScope scope) {
        this.scope = scope;
    }

    /**
     * A scope that is closed by {@link #close} alone, such as in {@code onDestroy} or {@code onDestroyView}.
     *
     * @param name for errors and reports
     */
    public static AndroidScope of(String name) {
        return new AndroidScope(UiScope.of(name, new MainThread()));
    }

    /**
     * A scope that closes when an activity is destroyed: finished, or to be created anew for another configuration.
     *
     * @param name for errors and reports
     * @param activity one that is not destroyed
     */
    public static AndroidScope of(String name, Activity activity) {
        AndroidScope scope = of(name);
        ScopeOfActivity.bind(activity, scope);
        return scope;
    }

    /**
     * A scope that closes when a view was attached to a window and is not any more, at the next turn of the looper. A view that is moved
     * to another parent in one go keeps its scope; one that is put away for later, such as a page of a pager, needs a new one then.
     *
     * @param name for errors and reports
     * @param view attached already or not yet
     */
    public static AndroidScope of(String name, View view) {
        AndroidScope scope = of(name);
        ScopeOfView.bind(view, scope);
        return scope;
    }

    /**
     * A scope of the main thread around another one, such as one with a receiver of errors.
     *
     * @param scope its thread is a {@link MainThread}
     */
    public static AndroidScope on(UiScope scope) {
        return new AndroidScope(Objects.requireNonNull(scope, "scope"));
    }

    /** A scope inside this one: closed with it, or earlier. */
    public AndroidScope child(String name) {
        return new AndroidScope(scope.child(name));
    }

    /** The scope without Android. */
    public UiScope scope() {
        return scope;
    }

    /**
     * The models that match a query, for an adapter. One of {@code RecyclerView} needs three lines:
     *
     * <pre>{@code
     * rows = scope.list(query, RangeCallbacks.of(this::notifyItemRangeInserted, this::notifyItemRangeRemoved,
     *         this::notifyItemMoved, this::notifyItemRangeChanged));
     * public int getItemCount() { return rows.size(); }
     * public void onBindViewHolder(Holder holder, int position) { holder.show(rows.get(position)); }
     * }</pre>
     *
     * @param answer a query
     * @param callbacks hears of every change on the main thread; never within this call
     * @return empty until the first answer is there
     */
    public <M> ListUpdates<M> list(ListAnswer<M> answer, RangeCallbacks callbacks) {
        ListUpdates<M> updates = new ListUpdates<>(callbacks);
        follow(answer, updates);
        return updates;
    }

    /**
     * The rows of a window, as {@link #list(ListAnswer, RangeCallbacks)}; the window closes with the scope.
     *
     * @param window an open window
     * @param callbacks hears of every change on the main thread; never within this call
     */
    public <M> ListUpdates<M> list(LiveWindow<M> window, RangeCallbacks callbacks) {
        ListUpdates<M> updates = new ListUpdates<>(callbacks);
        follow("a window", scope.own(window).changes(), updates);
        return updates;
    }

    /**
     * An adapter for a {@code ListView} and other adapter views that shows a query.
     *
     * @param answer a query
     * @param key reads the key of a model, such as {@code User::id}, by which rows keep their ids
     * @param row how a row looks
     * @return has no rows until the first answer is there
     */
    public <M, V extends View> LiveListAdapter<M> adapter(
            ListAnswer<M> answer, Function<? super M, ?> key, RowView<? super M, V> row) {
        LiveListAdapter<M> adapter = new LiveListAdapter<>(RowIds.by(key), row);
        follow(answer, adapter.updates());
        return adapter;
    }

    private <M> void follow(ListAnswer<M> answer, ListUpdates<M> updates) {
        follow(answer.question().toString(), answer.changes(), updates);
    }

    private <M> void follow(String what, Flux<ListChange<M>> changes, ListUpdates<M> updates) {
        scope.subscribe(what, changes, PreparedList::of, updates::apply);
    }

    /**
     * Shows every answer of a query, such as a count or the first model.
     *
     * @param answer what to follow
     * @param show receives the current answer, then each one that differs
     * @return ends this subscription alone
     */
    public <T> Disposable show(Answer<T> answer, Consumer<? super T> show) {
        return scope.subscribe(answer.question().toString(), answer.flux(), show);
    }

    /**
     * Shows the value of a selector.
     *
     * @param store the store that has the slices of the selector
     * @param selector what to follow
     * @param show receives the current value, then each one that differs
     * @return ends this subscription alone
     */
    public <T> Disposable show(Store store, Selector<T> selector, Consumer<? super T> show) {
        return scope.subscribe("selector " + selector.name(), store.select(selector), show);
    }

    /**
     * Has a list ask another query, such as for another text in a search field: views, models and adapters of the list are told the
     * difference, so what is selected and in sight stays, by key. The query is answered in the background; see {@link UiScope#ask}.
     *
     * @param shown what was given to this scope to show, as any query
     * @param query a query of the same entity and database
     */
    public <M> void ask(ChangingQuery<M> shown, Query<M> query) {
        scope.ask(shown, query);
    }

    /**
     * Hears every value of a source on the main thread.
     *
     * @param what what it is, for reports
     * @param source an answer's or selector's stream; another one should merge or drop what was not asked for
     * @param show receives each value
     * @return ends this subscription alone
     */
    public <T> Disposable subscribe(String what, Publisher<T> source, Consumer<? super T> show) {
        return scope.subscribe(what, source, show);
    }

    /** What it has open: what leaks if it should be closed by now. */
    public List<OpenSubscription> open() {
        return scope.open();
    }

    /** Whether it is closed. */
    public boolean isClosed() {
        return scope.isClosed();
    }

    @Override
    public void close() {
        scope.close();
    }

    @Override
    public String toString() {
        return scope.toString();
    }
}
