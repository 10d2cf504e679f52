package dev.ananas.ui.swing;

import dev.ananas.orm.model.Row;
import dev.ananas.ui.ManualThread;
import dev.ananas.ui.People;
import dev.ananas.ui.UiScope;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** People that a scope shows on a thread that stands still until the test wants a frame. */
final class Shown implements AutoCloseable {
    static final Column<Row, Integer> ID = Column.computed("Id", Integer.class, Shown::id);
    static final Column<Row, String> NAME = Column.of(People.NAME, String.class, row -> (String) row.get("name"))
            .editable();
    static final Column<Row, Integer> RANK = Column.of(
                    People.RANK, Integer.class, row -> ((Number) row.get("rank")).intValue())
            .editable();
    static final List<Column<Row, ?>> COLUMNS = List.of(ID, NAME, RANK);

    final ManualThread ui = new ManualThread();
    final List<Throwable> errors = new ArrayList<>();
    final UiScope scope = UiScope.of("test", ui, errors::add);
    final SwingScope swing = SwingScope.on(scope);
    final People people;

    private Shown(People people) {
        this.people = people;
    }

    static Shown of(int count) {
        return new Shown(People.of(count));
    }

    static int id(Row row) {
        return ((Number) row.get("id")).intValue();
    }

    /** Several random writes, each a transition. */
    void write(SplittableRandom random) {
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            if (random.nextInt(4) == 0) {
                people.store.transaction("swap", () -> people.swap(1 + random.nextInt(20), 1 + random.nextInt(20)));
            } else {
                people.writeAtRandom(random, 20);
            }
        }
    }

    static long rounds() {
        return Math.max(150, Integer.getInteger("fuzz.seconds", 0) * 150L);
    }

    @Override
    public void close() {
        scope.close();
        people.close();
        if (!errors.isEmpty()) {
            throw new AssertionError("errors nobody expected: " + errors, errors.get(0));
        }
    }
}
