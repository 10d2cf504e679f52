package dev.ananas.ui.android;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The list that an adapter shows, and what changed in it, told to {@link RangeCallbacks}. It is empty until the first answer is there, and
 * keeps its last content when its scope closes. {@link AndroidScope#list} makes one.
 *
 * <p>It shares the immutable list of the query: a change costs what it tells, not the length of the list. At every callback the list is
 * the whole new one; no adapter ever sees a half-applied change, nor one that it is not told of in the same go. Main thread only.
 *
 * @param <M> model
 */
public final class ListUpdates<M> {
    private final RangeCallbacks callbacks;
    private List<M> current = List.of();
    private long version;

    ListUpdates(RangeCallbacks callbacks) {
        this.callbacks = Objects.requireNonNull(callbacks, "callbacks");
    }

    /** The rows that are shown: an immutable list, which does not follow later changes itself. */
    public List<M> list() {
        return current;
    }

    /**
     * The model of a row, in O(log n).
     *
     * @param position from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public M get(int position) {
        return current.get(position);
    }

    /** How many rows are shown. */
    public int size() {
        return current.size();
    }

    /** The number of the last transition that is shown, 0 before the first answer. */
    public long version() {
        return version;
    }

    void apply(PreparedList<M> prepared) {
        current = prepared.list();
        version = prepared.version();
        for (Consumer<RangeCallbacks> call : prepared.calls()) {
            call.accept(callbacks);
        }
        callbacks.onApplied();
    }
}
