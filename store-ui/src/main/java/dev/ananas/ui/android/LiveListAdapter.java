package dev.ananas.ui.android;

import android.view.View;
import android.view.ViewGroup;
import android.widget.BaseAdapter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of a {@code ListView}, a {@code GridView} or a {@code Spinner} that shows a live query. {@link AndroidScope#adapter} makes
 * one.
 *
 * <p>An adapter view knows no ranges: it is told that something changed and asks for all rows on screen again. Stable ids by key keep
 * selection, checked rows, focus and scroll position with their rows, and give each row the view that it had. A model that did not
 * change is the same instance, so a view that is asked to show the instance it shows is left as it is: one change binds the rows that
 * changed or came into sight and no others. Main thread only.
 *
 * @param <M> model
 */
public final class LiveListAdapter<M> extends BaseAdapter {
    private final ListUpdates<M> rows = new ListUpdates<>(RangeCallbacks.whole(this::notifyDataSetChanged));
    private final RowIds<M> ids;
    private final Binder<M, ?> binder;

    <V extends View> LiveListAdapter(RowIds<M> ids, RowView<? super M, V> view) {
        this.ids = Objects.requireNonNull(ids, "ids");
        this.binder = new Binder<>(Objects.requireNonNull(view, "view"));
    }

    ListUpdates<M> updates() {
        return rows;
    }

    /** The rows that are shown: an immutable list, which does not follow later changes itself. */
    public List<M> list() {
        return rows.list();
    }

    @Override
    public int getCount() {
        return rows.size();
    }

    @Override
    public M getItem(int position) {
        return rows.get(position);
    }

    /** The key itself if it is a whole number: see {@link RowIds}. */
    @Override
    public long getItemId(int position) {
        return ids.of(rows.get(position));
    }

    @Override
    public boolean hasStableIds() {
        return true;
    }

    @Override
    public View getView(int position, @Nullable View recycled, ViewGroup parent) {
        return binder.show(rows.get(position), recycled, parent);
    }

    /** Which model each view shows. */
    private static final class Binder<M, V extends View> {
        private final RowView<? super M, V> view;
        private final Map<View, M> shown = new WeakHashMap<>();

        Binder(RowView<? super M, V> view) {
            this.view = view;
        }

        /** Adapter views give back the views of this adapter alone. */
        @SuppressWarnings("unchecked")
        View show(M model, @Nullable View recycled, ViewGroup parent) {
            V row = recycled == null ? view.create(parent) : (V) recycled;
            if (shown.get(row) != model) {
                shown.remove(row);
                view.bind(row, model);
                shown.put(row, model);
            }
            return row;
        }
    }
}
