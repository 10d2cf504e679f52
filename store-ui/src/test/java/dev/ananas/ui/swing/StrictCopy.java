package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * A plain list that carries out the events of a model and accepts only what these allow: ranges that exist at their turn, rows that stay
 * where an update says so, and after every event the very rows of the model.
 */
final class StrictCopy<M> {
    private final IntSupplier size;
    private final IntFunction<M> row;
    private final Function<? super M, ?> key;
    private final List<M> copy = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    StrictCopy(IntSupplier size, IntFunction<M> row, Function<? super M, ?> key) {
        this.size = size;
        this.row = row;
        this.key = key;
        copy.addAll(rows());
    }

    /** What happened, such as {@code inserted 2..3}. */
    List<String> events() {
        return events;
    }

    List<M> rows() {
        List<M> rows = new ArrayList<>();
        for (int i = 0; i < size.getAsInt(); i++) {
            rows.add(row.apply(i));
        }
        return rows;
    }

    void inserted(int first, int last) {
        events.add("inserted " + first + ".." + last);
        assertThat(first).as(events.toString()).isBetween(0, copy.size());
        assertThat(last).as(events.toString()).isBetween(first, size.getAsInt() - 1);
        for (int i = first; i <= last; i++) {
            copy.add(i, row.apply(i));
        }
        check();
    }

    void removed(int first, int last) {
        events.add("removed " + first + ".." + last);
        assertThat(first).as(events.toString()).isBetween(0, last);
        assertThat(last).as(events.toString()).isLessThan(copy.size());
        copy.subList(first, last + 1).clear();
        check();
    }

    void updated(int first, int last) {
        events.add("updated " + first + ".." + last);
        assertThat(first).as(events.toString()).isBetween(0, last);
        assertThat(last).as(events.toString()).isLessThan(copy.size());
        for (int i = first; i <= last; i++) {
            assertThat(key.apply(row.apply(i))).as(events.toString()).isEqualTo(key.apply(copy.get(i)));
            copy.set(i, row.apply(i));
        }
        check();
    }

    private void check() {
        assertThat(size.getAsInt()).as(events.toString()).isEqualTo(copy.size());
        for (int i = 0; i < copy.size(); i++) {
            assertThat((Object) row.apply(i)).as("row %d after %s", i, events).isSameAs(copy.get(i));
        }
    }
}
