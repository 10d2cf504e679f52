package dev.ananas.ui.android;

import android.app.Activity;
import android.view.View;
import dev.ananas.orm.query.ListAnswer;
import dev.ananas.orm.query.LiveWindow;
import dev.ananas.orm.view.ListChange;
import dev.ananas.ui.ToolkitScope;
import dev.ananas.ui.UiScope;
import java.util.function.Function;
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
public final class AndroidScope extends ToolkitScope {
    private AndroidScope(UiScope scope) {
        super(scope);
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
        return new AndroidScope(scope);
    }

    /** A scope inside this one: closed with it, or earlier. */
    public AndroidScope child(String name) {
        return new AndroidScope(scope().child(name));
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
        follow("a window", scope().own(window).changes(), updates);
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
        scope().subscribe(what, changes, PreparedList::of, updates::apply);
    }
}
