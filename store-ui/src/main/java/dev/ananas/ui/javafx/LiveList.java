package dev.ananas.ui.javafx;

import dev.ananas.orm.view.ListChange;
import dev.ananas.ui.internal.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.collections.ObservableListBase;

/**
 * A list that follows a live query: unmodifiable, and changed on the JavaFX application thread alone, by one event for each change of
 * the query.
 *
 * <p>It shares the immutable list of the query instead of copying it. So at every event it is the whole new list, a model is built when
 * it is read first, and 100,000 rows cost no more than those that are seen. An event tells what was removed and what was added, ascending,
 * each by itself; or, if rows only changed places, a permutation of the range that contains them; then which rows have a new state, as
 * updates, so that nobody takes them for other rows. Each part has the positions of the list after the parts before it.
 *
 * <p>Rows that changed places while others came or went are told as removed and added. So they are if the range is wider than
 * {@link #WIDEST_PERMUTATION} rows, since listeners of the toolkit copy all of it, unless a view holds on to one of the rows that move.
 * More than {@link PartsOfChange#MOST_RANGES} ranges are told as one range of rows that went with those that came in its place.
 *
 * @param <M> model
 */
final class LiveList<M> extends ObservableListBase<M> {
    /** At about 0.1 us per row, what a frame can bear. */
    static final int WIDEST_PERMUTATION = 2_000;

    private final List<Holder> holders = new ArrayList<>();
    private List<M> current = List.of();
    private long version;

    /** A view that keeps rows in sight while the list changes. */
    interface Holder {

        /** Whether the row at a position must not be told as removed and added. */
        boolean holds(int position);

        /**
         * The list is about to change.
         *
         * @param positions where each row will be
         * @param lost whether selection models lose the row at a position, or mistake another one for it
         */
        void before(Positions positions, IntPredicate lost);

        /**
         * The list has changed, and all listeners have heard of it.
         *
         * @param rows how many rows it has now
         */
        void after(int rows);
    }

    @Override
    public M get(int index) {
        return current.get(index);
    }

    @Override
    public int size() {
        return current.size();
    }

    /** The number of the last transition that is shown, 0 before the first list. */
    long version() {
        return version;
    }

    void add(Holder holder) {
        holders.add(holder);
    }

    void remove(Holder holder) {
        holders.remove(holder);
    }

    void apply(Prepared<M> prepared) {
        if (prepared.change() instanceof ListChange.Change<M> change) {
            apply(change, prepared);
        } else {
            List<M> list = prepared.change().list();
            boolean empty = current.isEmpty() && list.isEmpty();
            show(prepared.change(), empty ? List.of() : List.of(Part.replaced(list.size(), current)));
        }
    }

    private void apply(ListChange.Change<M> change, Prepared<M> prepared) {
        Positions positions = new Positions(change);
        List<Holder> told = List.copyOf(holders);
        boolean splits = prepared.splitsMoves() && !permutesAfterAll(change, told);
        List<Part<M>> parts =
                splits == prepared.splitsMoves() ? prepared.parts() : new PartsOfChange<>(change).withPermutation();
        IntPredicate lost = isFollowed(parts) ? position -> positions.of(position) < 0 : position -> true;
        told.forEach(holder -> holder.before(positions, lost));
        show(change, parts);
        told.forEach(holder -> holder.after(change.list().size()));
    }

    /** Selection models of the toolkit add up how far rows are shifted: of several ranges they take other rows for the selected ones. */
    private static boolean isFollowed(List<? extends Part<?>> parts) {
        return parts.stream().noneMatch(Part::isReplacement)
                && parts.stream().filter(part -> !part.updated()).count() <= 1;
    }

    private static boolean permutesAfterAll(ListChange.Change<?> change, List<Holder> holders) {
        return new PartsOfChange<>(change).isReordering()
                && change.moved().stream()
                        .anyMatch(move -> holders.stream().anyMatch(holder -> holder.holds(move.from())));
    }

    private void show(ListChange<M> change, List<Part<M>> parts) {
        current = change.list();
        version = change.version();
        if (!parts.isEmpty()) {
            fireChange(new FxChange<>(this, parts));
        }
    }
}
