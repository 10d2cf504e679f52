package dev.ananas.ui.swing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.ui.ManualThread;
import java.awt.Point;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListModel;
import javax.swing.table.TableRowSorter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in sight of a scroll pane while rows come and go. */
class ScrollTest {
    private static final int ROWS = 60;
    private static final int HEIGHT = 20;

    private final Shown shown = Shown.of(ROWS);
    private final ManualThread ui = shown.ui;
    private View view;

    /** A view in a scroll pane, laid out without a window. */
    private record View(JScrollPane pane, Runnable until, ToIntFunction<Integer> idAt) {
        int top() {
            return pane.getViewport().getViewPosition().y;
        }

        /** The id of the row at the upper edge, and how many pixels of it are above the edge. */
        String edge() {
            return "id " + idAt.applyAsInt(top() / HEIGHT) + " at " + -(top() % HEIGHT);
        }

        void scroll(int y) {
            pane.getViewport().setViewPosition(new Point(0, y));
            assertThat(top()).isEqualTo(y);
        }
    }

    enum Kind {
        TABLE,
        SORTED_TABLE,
        LIST
    }

    @AfterEach
    void close() {
        shown.close();
    }

    private void show(Kind kind) {
        view = kind == Kind.LIST ? list() : table(kind == Kind.SORTED_TABLE);
    }

    private View table(boolean sorted) {
        JTable table = new JTable();
        table.setRowHeight(HEIGHT);
        LiveTableModel<Row> model = shown.swing.show(shown.people.byRank(), table, Shown.COLUMNS);
        ui.awaitUntil(() -> model.getRowCount() == ROWS);
        if (sorted) {
            TableRowSorter<LiveTableModel<Row>> sorter = new TableRowSorter<>(model);
            sorter.setSortsOnUpdates(true);
            table.setRowSorter(sorter);
            sorter.toggleSortOrder(2);
        }
        return in(table, model.rows::version, place -> (Integer) table.getValueAt(place, 0));
    }

    private View list() {
        JList<Row> list = new JList<>();
        list.setFixedCellHeight(HEIGHT);
        list.setFixedCellWidth(100);
        ListModel<Row> model = shown.swing.show(shown.people.byRank(), list);
        ui.awaitUntil(() -> model.getSize() == ROWS);
        LiveListModel<Row> live = (LiveListModel<Row>) model;
        return in(list, live.rows::version, place -> Shown.id(model.getElementAt(place)));
    }

    private View in(JComponent content, LongSupplier version, IntFunction<Integer> idAt) {
        JScrollPane pane = new JScrollPane(content);
        pane.addNotify();
        pane.setSize(200, 220);
        pane.validate();
        return new View(
                pane,
                () -> {
                    long before = shown.people.store.version();
                    ui.awaitUntil(() -> version.getAsLong() >= before);
                    pane.validate();
                },
                idAt::apply);
    }

    private void write(Runnable write) {
        shown.people.store.transaction("write", write);
        view.until().run();
    }

    private void insert(int id, int rank) {
        shown.people.people.saveMap(Map.of("id", id, "name", "new", "rank", rank));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatComesAndGoesAboveDoesNotMoveTheRowsInSight(Kind kind) {
        show(kind);
        view.scroll(20 * HEIGHT + 7);
        assertThat(view.edge()).isEqualTo("id 21 at -7");
        write(() -> {
            insert(101, 5);
            insert(102, 15);
            insert(103, 25);
        });
        assertThat(view.edge()).isEqualTo("id 21 at -7");
        write(() -> {
            for (int id = 1; id <= 12; id++) {
                shown.people.people.delete(id);
            }
        });
        assertThat(view.edge()).isEqualTo("id 21 at -7");
        assertThat(view.top()).isEqualTo(11 * HEIGHT + 7);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void ifTheFirstRowInSightGoesTheNextOneStays(Kind kind) {
        show(kind);
        view.scroll(20 * HEIGHT + 7);
        write(() -> {
            shown.people.people.delete(21);
            insert(101, 5);
            insert(102, 15);
        });
        assertThat(view.edge()).isEqualTo("id 20 at -7");
        assertThat(view.top()).isEqualTo(21 * HEIGHT + 7);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void atTheTopNewRowsComeIntoSight(Kind kind) {
        show(kind);
        write(() -> insert(101, 5));
        assertThat(view.top()).isZero();
        assertThat(view.edge()).isEqualTo("id 101 at 0");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatHappensBelowDoesNotScroll(Kind kind) {
        show(kind);
        view.scroll(10 * HEIGHT);
        write(() -> {
            insert(101, 10_000);
            shown.people.people.delete(40);
            shown.people.rank(50, 9_000);
        });
        assertThat(view.edge()).isEqualTo("id 11 at 0");
        assertThat(view.top()).isEqualTo(10 * HEIGHT);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void rowsThatAreAddedInOneGoFarBeyondTheOldEndKeepThemInSight(Kind kind) {
        show(kind);
        view.scroll((ROWS - 12) * HEIGHT);
        String before = view.edge();
        write(() -> {
            for (int i = 0; i < 700; i++) {
                insert(1_000 + i, 2);
            }
        });
        assertThat(view.edge()).isEqualTo(before);
        assertThat(view.top()).isEqualTo((ROWS - 12 + 700) * HEIGHT);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void ifAllInSightGoTheViewStaysWithinItsRows(Kind kind) {
        show(kind);
        view.scroll((ROWS - 12) * HEIGHT);
        write(() -> {
            for (int id = 5; id <= ROWS; id++) {
                shown.people.people.delete(id);
            }
        });
        assertThat(view.top()).isBetween(0, 4 * HEIGHT);
    }

    @Test
    void aTableWithoutAScrollPaneIsLeftAlone() {
        JTable table = new JTable();
        LiveTableModel<Row> model = shown.swing.show(shown.people.byRank(), table, Shown.COLUMNS);
        ui.awaitUntil(() -> model.getRowCount() == ROWS);
        insert(101, 5);
        ui.awaitUntil(() -> model.getRowCount() == ROWS + 1);
        assertThat(table.getLocation()).isEqualTo(new Point());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneRowMoreOrLessAboveTheEdgeScrollsByItsHeightAndNoOtherDoes(Kind kind) {
        show(kind);
        SplittableRandom random = new SplittableRandom(kind.ordinal());
        for (int round = 0; round < 60; round++) {
            int size = shown.people.byRank().get().size();
            view.scroll(1
                    + random.nextInt(Math.max(
                            1, size * HEIGHT - view.pane().getViewport().getHeight() - 1)));
            int top = view.top();
            int first = view.idAt().applyAsInt(top / HEIGHT);
            int id = 200 + round;
            int rank = random.nextInt(ROWS * 10);
            write(() -> insert(id, rank));
            boolean above = indexOf(id) < indexOf(first);
            assertThat(view.top()).as("round %d", round).isEqualTo(above ? top + HEIGHT : top);
            int gone = Shown.id(shown.people.byRank().get().get(random.nextInt(size)));
            int edge = view.idAt().applyAsInt(view.top() / HEIGHT);
            boolean goneAbove = indexOf(gone) < indexOf(edge);
            int before = view.top();
            write(() -> shown.people.people.delete(gone));
            if (gone != edge) {
                assertThat(view.top()).isEqualTo(Math.min(goneAbove ? before - HEIGHT : before, most()));
            }
        }
    }

    private int most() {
        return view.pane().getViewport().getViewSize().height
                - view.pane().getViewport().getHeight();
    }

    private int indexOf(int id) {
        return shown.people.byRank().get().stream().map(Shown::id).toList().indexOf(id);
    }
}
