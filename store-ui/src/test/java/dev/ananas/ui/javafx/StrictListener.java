package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Carries out every sub-change on a plain copy and accepts only what the contract of a change allows: positions that exist at their turn,
 * permutations that are ones, removed rows that were there, updates of rows that are there, and the whole list at the end.
 */
final class StrictListener<M> implements ListChangeListener<M> {
    private final Function<? super M, ?> key;
    private final List<M> copy;
    private final List<String> kinds = new ArrayList<>();
    private int events;

    StrictListener(ObservableList<M> list, Function<? super M, ?> key) {
        this.key = key;
        this.copy = new ArrayList<>(list);
        list.addListener(this);
    }

    int events() {
        return events;
    }

    /** What the parts so far were: {@code permuted}, {@code removed}, {@code added}, {@code replaced}, {@code updated}. */
    List<String> kinds() {
        return kinds;
    }

    @Override
    public void onChanged(Change<? extends M> change) {
        events++;
        int parts = 0;
        while (change.next()) {
            parts++;
            int from = change.getFrom();
            int to = change.getTo();
            assertThat(from).as("from of %s", change).isBetween(0, to);
            if (change.wasPermutated()) {
                permute(change, from, to);
            } else if (change.wasUpdated()) {
                update(change, from, to);
            } else {
                exchange(change, from, to);
            }
        }
        assertThat(parts).as("parts of %s", change).isPositive();
        assertThat(copy).as("after %s", change).hasSize(change.getList().size());
        for (int i = 0; i < copy.size(); i++) {
            assertThat(copy.get(i))
                    .as("row %d after %s", i, change)
                    .isSameAs(change.getList().get(i));
        }
    }

    private void permute(Change<? extends M> change, int from, int to) {
        kinds.add("permuted");
        assertThat(to).isLessThanOrEqualTo(copy.size());
        assertThat(change.wasAdded() || change.wasRemoved() || change.wasUpdated())
                .isFalse();
        List<M> before = List.copyOf(copy);
        boolean[] taken = new boolean[to - from];
        for (int i = from; i < to; i++) {
            int target = change.getPermutation(i);
            assertThat(target).isBetween(from, to - 1);
            assertThat(taken[target - from]).as("two rows at %d", target).isFalse();
            taken[target - from] = true;
            copy.set(target, before.get(i));
        }
        assertThat(change.getPermutation(from))
                .as("the range is no wider than it has to be")
                .isNotEqualTo(from);
    }

    private void update(Change<? extends M> change, int from, int to) {
        kinds.add("updated");
        assertThat(to).isBetween(from + 1, copy.size());
        assertThat(change.getRemoved()).isEmpty();
        for (int i = from; i < to; i++) {
            M now = change.getList().get(i);
            assertThat(key.apply(now)).as("row %d of %s", i, change).isEqualTo(key.apply(copy.get(i)));
            copy.set(i, now);
        }
    }

    private void exchange(Change<? extends M> change, int from, int to) {
        kinds.add(change.wasReplaced() ? "replaced" : change.wasRemoved() ? "removed" : "added");
        int removed = change.getRemovedSize();
        assertThat(from + removed).as("removed rows of %s", change).isLessThanOrEqualTo(copy.size());
        for (int i = 0; i < removed; i++) {
            assertThat((Object) change.getRemoved().get(i))
                    .as("removed row %d", i)
                    .isSameAs(copy.get(from + i));
        }
        copy.subList(from, from + removed).clear();
        assertThat(removed + to - from)
                .as("rows that came or went in %s", change)
                .isPositive();
        copy.addAll(from, change.getList().subList(from, to));
    }
}
