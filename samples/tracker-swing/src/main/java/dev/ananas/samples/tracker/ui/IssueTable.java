package dev.ananas.samples.tracker.ui;

import com.formdev.flatlaf.ui.FlatUIUtils;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.Issue_;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.ui.swing.Column;
import dev.ananas.ui.swing.LiveTableModel;
import dev.ananas.ui.swing.SwingScope;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultCellEditor;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
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
    /** The first column has what the others leave. */
    private static final int[] WIDTHS = {0, 116, 150, 100};

    private final Tracker tracker;
    private final SwingScope scope;
    private final JTable table = new JTable() {
        @Override
        public void updateUI() {
            super.updateUI();
            setIntercellSpacing(new Dimension());
        }

        @Override
        protected void paintComponent(Graphics g) {
            super.paintComponent(g);
            if (empty) {
                paintNothing(g, getWidth());
            }
        }
    };
    private final JScrollPane pane = new JScrollPane(table);
    private final ChangingQuery<Issue> shown;
    private final LiveTableModel<Issue> model;
    private @Nullable Integer edited;
    private boolean empty;

    IssueTable(Tracker tracker, SwingScope scope, Consumer<Issue> selected) {
        this.tracker = tracker;
        this.scope = scope;
        this.shown = tracker.shownIssues().changing();
        this.model = scope.show(shown, table, COLUMNS, tracker.issues(), Issue::id);
        model.addTableModelListener(event -> EventQueue.invokeLater(this::changed));
        table.setName("issues");
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setFillsViewportHeight(true);
        table.getTableHeader().setReorderingAllowed(false);
        table.putClientProperty("terminateEditOnFocusLost", true);
        table.getSelectionModel().addListSelectionListener(event -> {
            int row = table.getSelectedRow();
            if (!event.getValueIsAdjusting() && row >= 0) {
                selected.accept(model.row(row));
            }
        });
        if (table.getTableHeader().getDefaultRenderer() instanceof JLabel heading) {
            heading.setHorizontalAlignment(SwingConstants.LEADING);
        }
        JTextField title = new JTextField();
        title.setBorder(BorderFactory.createEmptyBorder(0, IssueCells.LEFT, 0, IssueCells.LEFT));
        title.setFont(title.getFont().deriveFont(Font.BOLD, 13.5f));
        table.setDefaultEditor(String.class, new DefaultCellEditor(title));
        setColumns();
        pane.setBorder(BorderFactory.createEmptyBorder());
    }

    JComponent component() {
        return pane;
    }

    JTable table() {
        return table;
    }

    /** Shows the issues of a filter; those that were there before stay, with the selection. */
    void show(Filter filter) {
        scope.ask(shown, filter.clauses().apply(tracker.shownIssues()));
    }

    private void setColumns() {
        IssueCells cells = new IssueCells(model);
        TableColumnModel columns = table.getColumnModel();
        for (int i = 0; i < WIDTHS.length; i++) {
            int column = i;
            if (i > 0) {
                columns.getColumn(i).setMinWidth(WIDTHS[i]);
                columns.getColumn(i).setMaxWidth(WIDTHS[i]);
            }
            columns.getColumn(i)
                    .setCellRenderer((view, value, isSelected, hasFocus, row, at) ->
                            cells.component(view, row, column, isSelected));
        }
    }

    private void changed() {
        boolean now = model.getRowCount() == 0;
        if (now != empty) {
            empty = now;
            table.repaint();
        }
        openEdited();
    }

    /** Selects an issue and opens its title to be written, as soon as it is there. */
    void edit(int id) {
        edited = id;
        openEdited();
    }

    private void openEdited() {
        for (int row = 0; edited != null && row < model.getRowCount(); row++) {
            if (model.row(row).id().equals(edited)) {
                edited = null;
                table.setRowSelectionInterval(row, row);
                table.scrollRectToVisible(table.getCellRect(row, 0, true));
                if (table.editCellAt(row, 0) && table.getEditorComponent() instanceof JTextField title) {
                    title.selectAll();
                    title.requestFocusInWindow();
                }
            }
        }
    }

    private void paintNothing(Graphics graphics, int width) {
        Graphics2D g = (Graphics2D) graphics.create();
        FlatUIUtils.setRenderingHints(g);
        g.setColor(Theme.color("muted"));
        g.setFont(table.getFont().deriveFont(14f));
        String text = "No issue matches.";
        FlatUIUtils.drawString(table, g, text, (width - g.getFontMetrics().stringWidth(text)) / 2, 120);
        g.dispose();
    }

    private static @Nullable String assignee(Issue issue) {
        return issue.assignee().isPresent() ? issue.assignee().get().name() : null;
    }
}
