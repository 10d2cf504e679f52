package dev.ananas.ui.android;

import java.util.Objects;
import java.util.Set;

/**
 * Hears what changed in a list, in the terms of {@code RecyclerView.Adapter}. The positions of each call are those of the list as the calls
 * before it left it: whoever carries out every call on a copy of the old list has the new one. The calls of a change come in one go,
 * while the list is the new one already.
 *
 * <p>They come in this order: {@link #onRemoved} from the back to the front, {@link #onMoved}, {@link #onInserted} from the front to the
 * back, {@link #onChanged} from the front to the back, {@link #onApplied}. Neighbours come together in one call. A row that moves and
 * changes is told as both. From the first call of {@code onInserted} on, positions are those of the new list.
 */
public interface RangeCallbacks {

    /**
     * Some rows in a row are new.
     *
     * @param position of the first one
     * @param count how many, at least 1
     */
    void onInserted(int position, int count);

    /**
     * Some rows in a row are gone.
     *
     * @param position of the first one
     * @param count how many, at least 1
     */
    void onRemoved(int position, int count);

    /**
     * One row changes its place: take it out, then put it in.
     *
     * @param from its position
     * @param to its position afterwards, which is also where to put it in after it was taken out; never {@code from}
     */
    void onMoved(int from, int to);

    /**
     * Some rows in a row have a new state.
     *
     * @param position of the first one
     * @param count how many, at least 1
     * @param attributes names of the attributes and relations in which each of them differs from its former state, for what
     *     {@code RecyclerView} calls a payload; immutable
     */
    void onChanged(int position, int count, Set<String> attributes);

    /** The change is complete. The first list is told as well if it is empty. */
    default void onApplied() {}

    /** Takes a range of positions, such as {@code notifyItemRangeInserted}. */
    @FunctionalInterface
    interface OnRange {
        /**
         * Hears of rows.
         *
         * @param position of the first one
         * @param count how many
         */
        void on(int position, int count);
    }

    /** Takes a move, such as {@code notifyItemMoved}. */
    @FunctionalInterface
    interface OnMove {
        /**
         * Hears of a row.
         *
         * @param from where it was
         * @param to where it is
         */
        void on(int from, int to);
    }

    /** Takes a range of positions and what is new in it, such as {@code notifyItemRangeChanged}. */
    @FunctionalInterface
    interface OnChange {
        /**
         * Hears of rows.
         *
         * @param position of the first one
         * @param count how many
         * @param attributes names of what differs
         */
        void on(int position, int count, Set<String> attributes);
    }

    /**
     * The methods of an adapter of {@code RecyclerView}.
     *
     * <pre>{@code
     * RangeCallbacks.of(this::notifyItemRangeInserted, this::notifyItemRangeRemoved,
     *         this::notifyItemMoved, this::notifyItemRangeChanged)
     * }</pre>
     *
     * @param inserted as {@link #onInserted}
     * @param removed as {@link #onRemoved}
     * @param moved as {@link #onMoved}
     * @param changed as {@link #onChanged}
     */
    static RangeCallbacks of(OnRange inserted, OnRange removed, OnMove moved, OnChange changed) {
        return new AdapterMethods(inserted, removed, moved, changed);
    }

    /**
     * For an adapter that knows no ranges.
     *
     * @param changed such as {@code this::notifyDataSetChanged}; runs once for each change
     */
    static RangeCallbacks whole(Runnable changed) {
        return new WholeList(Objects.requireNonNull(changed, "changed"));
    }
}
