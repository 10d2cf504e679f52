package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.ui.People;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.swing.JTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table whose query is exchanged, as by a search field. */
class SearchTest {
    private final Shown shown = Shown.of(30);
    private final ChangingQuery<Row> query = shown.people.query().changing();
    private final JTable table = new JTable();
    private final LiveTableModel<Row> model = shown.swing.show(query, table, Shown.COLUMNS);
    private final StrictTableListener<Row> strict = new StrictTableListener<>(model, Shown::id);

    @AfterEach
    void close() {
        shown.close();
    }

    private void awaitAnswer() {
        List<Row> expected = query.get();
        shown.ui.awaitUntil(() -> strict.rows().equals(expected));
    }

    private Set<Integer> selectedIds() {
        Set<Integer> ids = new TreeSet<>();
        for (int row : table.getSelectedRows()) {
            ids.add(Shown.id(model.row(row)));
        }
        return ids;
    }

    @Test
    void anotherQueryTellsTheDifferenceAndKeepsTheSelection() {
        awaitAnswer();
        table.setRowSelectionInterval(20, 21);
        strict.events().clear();
        shown.swing.ask(query, shown.people.query().where("rank", ">", 100).where("rank", "!=", 210));
        awaitAnswer();
        assertThat(strict.events()).hasSize(2);
        assertThat(selectedIds()).containsExactly(22);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomQueriesAndWritesKeepRowsAndSelection(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        awaitAnswer();
        for (int round = 0; round < 100; round++) {
            if (model.getRowCount() > 0) {
                int row = random.nextInt(model.getRowCount());
                table.setRowSelectionInterval(row, Math.min(row + random.nextInt(3), model.getRowCount() - 1));
            }
            Set<Integer> wanted = selectedIds();
            if (random.nextBoolean()) {
                shown.people.writeAtRandom(random, 40);
            } else {
                shown.swing.ask(query, shown.people.queryAtRandom(random));
            }
            awaitAnswer();
            wanted.retainAll(query.get().stream().map(Shown::id).collect(Collectors.toSet()));
            assertThat(selectedIds()).as("seed %d, round %d", seed, round).isEqualTo(wanted);
        }
    }

    @Test
    void anOrderOfManyRowsIsShownWhole() {
        for (int id = 31; id <= 2_000; id++) {
            shown.people.people.saveMap(Map.of("id", id, "name", "P" + id, "rank", id * 7 % 2_003));
        }
        awaitAnswer();
        table.setRowSelectionInterval(7, 7);
        Set<Integer> selected = selectedIds();
        shown.swing.ask(query, shown.people.people.query().orderBy(People.NAME.desc()));
        awaitAnswer();
        assertThat(selectedIds()).isEqualTo(selected);
    }
}
