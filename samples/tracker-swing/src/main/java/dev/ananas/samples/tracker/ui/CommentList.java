package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.model.Comment;
import dev.ananas.samples.tracker.model.Issue;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** What was said about an issue. */
final class CommentList {
    private final JPanel panel = new JPanel();
    private final JScrollPane pane;

    CommentList() {
        panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
        pane = new JScrollPane(panel, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.setPreferredSize(new Dimension(0, 250));
    }

    JComponent component() {
        return pane;
    }

    void show(Issue issue) {
        panel.removeAll();
        int place = 1;
        for (Comment comment : issue.comments()) {
            panel.add(row(comment, place++));
        }
        if (issue.comments().isEmpty()) {
            panel.add(Sidebar.muted("Nobody said anything yet."));
        }
        panel.revalidate();
        panel.repaint();
    }

    private static JComponent row(Comment comment, int place) {
        String author = comment.author().isPresent() ? comment.author().get().name() : "Somebody";
        JPanel row = new JPanel(new BorderLayout(10, 2));
        JLabel face = new JLabel(Disc.person(author, 26));
        face.setVerticalAlignment(JLabel.TOP);
        row.add(face, BorderLayout.WEST);
        JPanel right = new JPanel(new BorderLayout(0, 2));
        JPanel head = new JPanel(new BorderLayout(8, 0));
        JLabel name = new JLabel(author);
        name.setFont(name.getFont().deriveFont(Font.BOLD, 12.5f));
        head.add(name, BorderLayout.WEST);
        JLabel date = Sidebar.muted(IssueCells.DATE.format(comment.date()));
        date.setFont(date.getFont().deriveFont(11.5f));
        head.add(date, BorderLayout.CENTER);
        right.add(head, BorderLayout.NORTH);
        JTextArea text = new JTextArea(comment.text());
        text.setName("comment " + place);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setEditable(false);
        text.setOpaque(false);
        text.setBorder(BorderFactory.createEmptyBorder());
        text.setSize(230, 10);
        right.add(text, BorderLayout.CENTER);
        row.add(right, BorderLayout.CENTER);
        row.setBorder(BorderFactory.createEmptyBorder(0, 0, 14, 0));
        row.setAlignmentX(Component.LEFT_ALIGNMENT);
        row.setMaximumSize(new Dimension(Integer.MAX_VALUE, row.getPreferredSize().height));
        return row;
    }
}
