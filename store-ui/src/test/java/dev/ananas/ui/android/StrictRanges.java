package dev.ananas.ui.android;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.ui.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Carries out every callback on a copy, and fails at the first one that cannot be carried out, that comes out of order, that says
 * nothing, or after which the copy is not what it has to be by then.
 */
final class StrictRanges implements RangeCallbacks {
    private static final List<String> ORDER = List.of("applied", "removed", "moved", "inserted", "changed");

    private final Supplier<ListUpdates<Row>> updates;
    private final List<Row> copy = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private int applied;
    private int last;
    private long version;

    StrictRanges(Supplier<ListUpdates<Row>> updates) {
        this.updates = updates;
    }

    /** What was told, without the ends of changes. */
    List<String> calls() {
        return calls;
    }

    int applied() {
        return applied;
    }

    @Override
    public void onRemoved(int position, int count) {
        told("removed " + position + " " + count);
        copy.subList(position, position + count).clear();
    }

    @Override
    public void onMoved(int from, int to) {
        told("moved " + from + " " + to);
        assertThat(from).isNotEqualTo(to);
        copy.add(to, copy.remove(from));
    }

    @Override
    public void onInserted(int position, int count) {
        told("inserted " + position + " " + count);
        assertThat(count).isPositive();
        copy.addAll(position, rows(position, count));
        int settled = position + count;
        assertThat(People.ids(copy.subList(0, settled))).isEqualTo(People.ids(shown().subList(0, settled)));
    }

    @Override
    public void onChanged(int position, int count, Set<String> attributes) {
        told("changed " + position + " " + count + " " + attributes);
        assertThat(attributes).isNotEmpty();
        assertThat(People.ids(copy)).isEqualTo(People.ids(shown()));
        List<Row> now = rows(position, count);
        for (int i = 0; i < count; i++) {
            Row before = copy.set(position + i, now.get(i));
            for (String attribute : List.of("name", "rank", "active")) {
                assertThat(!now.get(i).get(attribute).equals(before.get(attribute)))
                        .as("%s differs", attribute)
                        .isEqualTo(attributes.contains(attribute));
            }
        }
    }

    @Override
    public void onApplied() {
        assertThat(copy).isEqualTo(shown());
        for (int i = 0; i < copy.size(); i++) {
            assertThat(copy.get(i)).as("what was not told is the same instance").isSameAs(shown().get(i));
        }
        assertThat(updates.get().version()).isGreaterThanOrEqualTo(version);
        version = updates.get().version();
        applied++;
        last = 0;
    }

    private void told(String call) {
        int kind = ORDER.indexOf(call.substring(0, call.indexOf(' ')));
        assertThat(kind).as("%s comes in order", call).isGreaterThanOrEqualTo(last);
        last = kind;
        calls.add(call);
    }

    private List<Row> rows(int position, int count) {
        return shown().subList(position, position + count);
    }

    private List<Row> shown() {
        return updates.get().list();
    }
}
