package dev.ananas.orm.internal.change;

import dev.ananas.orm.view.ListChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts neighbours into one range. */
final class Runs {
    private Runs() {}

    static List<ListChange.Range> ranges(List<Differences.Placed> places) {
        List<ListChange.Range> ranges = new ArrayList<>();
        for (int i = 0; i < places.size(); ) {
            int start = places.get(i).index();
            int count = 1;
            while (i + count < places.size() && places.get(i + count).index() == start + count) {
                count++;
            }
            ranges.add(new ListChange.Range(start, count));
            i += count;
        }
        return ranges;
    }

    static List<ListChange.Move> moves(List<Differences.Kept> moved) {
        List<ListChange.Move> moves = new ArrayList<>(moved.size());
        moved.forEach(kept -> moves.add(new ListChange.Move(kept.oldIndex(), kept.newIndex())));
        return moves;
    }

    static List<ListChange.Update> updates(
            List<Differences.Kept> updated, Function<Differences.Kept, Set<String>> attributes) {
        List<ListChange.Update> updates = new ArrayList<>();
        for (Differences.Kept kept : updated) {
            Set<String> names = attributes.apply(kept);
            int last = updates.size() - 1;
            ListChange.Update before = last < 0 ? null : updates.get(last);
            if (before != null
                    && before.end() == kept.newIndex()
                    && before.attributes().equals(names)) {
                updates.set(last, new ListChange.Update(before.position(), before.count() + 1, before.attributes()));
            } else {
                updates.add(new ListChange.Update(kept.newIndex(), 1, names));
            }
        }
        return updates;
    }
}
