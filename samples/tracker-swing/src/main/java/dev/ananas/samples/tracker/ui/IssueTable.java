package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.Issue_;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.ui.swing.Column;
import dev.ananas.ui.swing.LiveTableModel;
import dev.ananas.ui.swing.SwingScope;
import java.awt.Dimension;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.TableColumnModel;
import org.jspecify.annotations.Nullable;

/** The issues of the chosen filter. A double click edits a title. */
final class IssueTable {
    private static final List<Column<Issue, ?>> COLUMNS = List.of(
            Column.of(Issue_.title, String.class, Issue::title).headed("Issue").editable(),
            Column.of(Issue_.status, Status.class, Issue::status),
            Column.computed("Assignee", String.class, IssueTable::assignee),
            Column.computed("Comments", Long.class, issue -> issue.comments().count()));
    private static final int[] WIDTHS = {430, 120, 150, 110};

    private final Tracker tracker;
    private final SwingScope scope;
    private final JTable table = new JTable() {
        @Override
        public void updateUI() {
            super.updateUI();
            setIntercellSpacing(new Dimension());
        }
    };
    private final JScrollPane pane = new JScrollPane(table);
    private @Nullable SwingScope shown;
    private @Nullable LiveTableModel<Issue> model;

    IssueTable(Tracker tracker, SwingScope scope, Consumer<Issue> selected) {
        this.tracker = tracker;
        this.scope = scope;
        table.setName("issues");
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setFillsViewportHeight(true);
        table.getTableHeader().setReorderingAllowed(false);
        table.putClientProperty("terminateEditOnFocusLost", true);
        table.getSelectionModel().addListSelectionListener(event -> {
            int row = table.getSelectedRow();
            if (!event.getValueIsAdjusting() && row >= 0 && model != null) {
                selected.accept(model.row(row));
            }
        });
        if (table.getTableHeader().getDefaultRenderer() instanceof JLabel heading) {
            heading.setHorizontalAlignment(SwingConstants.LEADING);
        }
        pane.setBorder(BorderFactory.createEmptyBorder());
    }

    JComponent component() {
        return pane;
    }

    JTable table() {
        return table;
    }

    /** Shows the issues of a filter, as long as no other one is shown. */
    void show(Filter filter) {
        if (shown != null) {
            shown.close();
        }
        shown = scope.child("issues of " + filter.name());
        model = shown.show(filter.clauses().apply(tracker.shownIssues()), table, COLUMNS, tracker.issues(), Issue::id);
        IssueCells cells = new IssueCells(model);
        TableColumnModel columns = table.getColumnModel();
        for (int i = 0; i < WIDTHS.length; i++) {
            int column = i;
            columns.getColumn(i).setPreferredWidth(WIDTHS[i]);
            columns.getColumn(i)
                    .setCellRenderer((view, value, isSelected, hasFocus, row, at) ->
                            cells.component(view, row, column, isSelected));
        }
    }

    private static @Nullable String assignee(Issue issue) {
        return issue.assignee().isPresent() ? issue.assignee().get().name() : null;
    }
}
