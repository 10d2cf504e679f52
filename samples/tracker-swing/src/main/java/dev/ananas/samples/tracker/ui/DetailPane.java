package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.samples.tracker.model.User;
import dev.ananas.ui.swing.LiveComboBoxModel;
import dev.ananas.ui.swing.SwingScope;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** One issue: what it is, who has it, its labels with who added them when, what was said. */
final class DetailPane {
    private final Tracker tracker;
    private final SwingScope scope;
    private final JPanel panel = new JPanel();
    private final JLabel nothing = Sidebar.muted("Choose an issue to see it here.");
    private final JPanel cards = new JPanel(new CardLayout());
    private final JLabel number = Sidebar.muted("");
    private final JTextArea title = new JTextArea();
    private final JComboBox<Status> status = new JComboBox<>(Status.values());
    private final JComboBox<User> assignee;
    private final LiveComboBoxModel<User> users;
    private final LabelList labels;
    private final CommentList comments = new CommentList();
    private final JTextField reply = new JTextField();
    private @Nullable SwingScope shown;
    private @Nullable Issue issue;
    private boolean showing;

    DetailPane(Tracker tracker, SwingScope scope) {
        this.tracker = tracker;
        this.scope = scope;
        this.users = scope.combo(tracker.users(), User::id);
        this.assignee = new JComboBox<>(users);
        assignee.setRenderer(new Names());
        this.labels = new LabelList(tracker);
        panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
        panel.setBorder(BorderFactory.createEmptyBorder(20, 20, 16, 20));
        nothing.setHorizontalAlignment(JLabel.CENTER);
        cards.setPreferredSize(new Dimension(330, 0));
        cards.add(nothing, "nothing");
        cards.add(panel, "issue");
        layOut();
        listen();
    }

    JComponent component() {
        return cards;
    }

    private void layOut() {
        title.setLineWrap(true);
        title.setWrapStyleWord(true);
        title.setEditable(false);
        title.setFocusable(false);
        title.setOpaque(false);
        title.setBorder(BorderFactory.createEmptyBorder());
        title.setMargin(new Insets(0, 0, 0, 0));
        title.setFont(title.getFont().deriveFont(Font.BOLD, 18f));
        title.setMaximumSize(new Dimension(Integer.MAX_VALUE, 60));
        number.setName("number");
        status.setName("status");
        assignee.setName("assignee");
        reply.setName("reply");
        reply.putClientProperty("JTextField.placeholderText", "Write a comment, then Enter");
        reply.setMaximumSize(new Dimension(Integer.MAX_VALUE, 34));
        reply.setPreferredSize(new Dimension(0, 34));
        add(number, 6);
        add(title, 14);
        add(row("Status", status), 8);
        add(row("Assignee", assignee), 18);
        add(heading("Labels"), 6);
        add(labels.component(), 18);
        add(heading("Comments"), 8);
        add(comments.component(), 10);
        panel.add(Box.createVerticalGlue());
        add(reply, 0);
    }

    private void add(JComponent component, int gap) {
        component.setAlignmentX(Component.LEFT_ALIGNMENT);
        panel.add(component);
        panel.add(Box.createVerticalStrut(gap));
    }

    /** People by their names, and nobody as well. */
    private static final class Names extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
            return super.getListCellRendererComponent(list, value == null ? "Nobody" : value, index, selected, focused);
        }
    }

    private static JLabel heading(String text) {
        JLabel heading = new JLabel(text);
        heading.setFont(heading.getFont().deriveFont(Font.BOLD, 13f));
        return heading;
    }

    private static JComponent row(String text, JComponent field) {
        JPanel row = new JPanel();
        row.setLayout(new BoxLayout(row, BoxLayout.X_AXIS));
        JLabel label = Sidebar.muted(text);
        label.setPreferredSize(new Dimension(84, 30));
        label.setMinimumSize(label.getPreferredSize());
        label.setMaximumSize(label.getPreferredSize());
        row.add(label);
        row.add(field);
        row.setMaximumSize(new Dimension(Integer.MAX_VALUE, 32));
        return row;
    }

    private void listen() {
        status.addActionListener(event -> {
            if (issue != null && !showing && status.getSelectedItem() instanceof Status chosen) {
                tracker.setStatus(issue, chosen);
            }
        });
        assignee.addActionListener(event -> {
            if (issue != null && !showing && users.getSelectedItem() instanceof User chosen) {
                tracker.assign(issue, chosen);
            }
        });
        reply.addActionListener(event -> {
            if (issue != null && !reply.getText().trim().isEmpty()) {
                tracker.comment(issue, reply.getText().trim());
                reply.setText("");
            }
        });
    }

    /** Shows an issue, and what becomes of it, until another one is shown. */
    void show(Issue chosen) {
        if (issue != null && issue.id().equals(chosen.id())) {
            return;
        }
        if (shown != null) {
            shown.close();
        }
        shown = scope.child("issue " + chosen.id());
        shown.show(tracker.shownIssues().find(chosen.id()), found -> {
            ((CardLayout) cards.getLayout()).show(cards, found.isPresent() ? "issue" : "nothing");
            found.ifPresent(this::fill);
        });
        issue = chosen;
    }

    private void fill(Issue now) {
        showing = true;
        issue = now;
        number.setText("#" + now.id() + "  \u00b7  opened " + IssueCells.DATE.format(now.created()));
        title.setText(now.title());
        status.setSelectedItem(now.status());
        users.selectKey(now.assigneeId());
        labels.show(now);
        comments.show(now);
        showing = false;
        panel.revalidate();
        panel.repaint();
    }
}
