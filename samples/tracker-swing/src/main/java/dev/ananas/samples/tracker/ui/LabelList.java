package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.IssueLabel;
import dev.ananas.samples.tracker.model.Label;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.HashMap;
import java.util.Map;
import javax.swing.BoxLayout;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** A check box for each label there is, and beside those of the issue who added it when. */
final class LabelList {
    private final JPanel panel = new JPanel();
    private final Map<Integer, Line> lines = new HashMap<>();
    private @Nullable Issue issue;

    private record Line(JCheckBox box, JLabel added) {}

    LabelList(Tracker tracker) {
        panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
        for (Label label : tracker.labels().get()) {
            JCheckBox box = new JCheckBox();
            box.setName("label " + label.name());
            box.setFocusable(false);
            box.addActionListener(event -> {
                if (issue != null) {
                    tracker.label(issue, label, box.isSelected());
                }
            });
            Line line = new Line(box, Sidebar.muted(""));
            line.added().setName("added " + label.name());
            lines.put(label.id(), line);
            panel.add(row(line, label));
        }
    }

    private static JComponent row(Line line, Label label) {
        JPanel row = new JPanel(new BorderLayout(6, 0));
        row.setAlignmentX(Component.LEFT_ALIGNMENT);
        row.setMaximumSize(new Dimension(Integer.MAX_VALUE, 27));
        row.setPreferredSize(new Dimension(0, 27));
        row.add(line.box(), BorderLayout.WEST);
        row.add(badge(label), BorderLayout.CENTER);
        line.added().setFont(line.added().getFont().deriveFont(11.5f));
        row.add(line.added(), BorderLayout.EAST);
        return row;
    }

    private static JLabel badge(Label label) {
        return new JLabel(new Badge(label.name(), IssueCells.color(label)), JLabel.LEADING) {
            @Override
            public void updateUI() {
                super.updateUI();
                setIcon(new Badge(label.name(), IssueCells.color(label)));
            }
        };
    }

    JComponent component() {
        return panel;
    }

    void show(Issue now) {
        issue = now;
        lines.values().forEach(line -> {
            line.box().setSelected(false);
            line.added().setText("");
        });
        for (Label label : now.labels()) {
            Line line = lines.get(label.id());
            if (line != null) {
                line.box().setSelected(true);
                line.added().setText(label.added() == null ? "" : describe(label.added()));
            }
        }
    }

    private static String describe(IssueLabel added) {
        return added.addedBy() + (added.addedOn() == null ? "" : ", " + IssueCells.DATE.format(added.addedOn()));
    }
}
