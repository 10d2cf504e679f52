package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.Tracker;
import dev.ananas.ui.swing.SwingScope;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** The content of the window, which ends with it. */
final class TrackerWindow {
    private final Tracker tracker;
    private final JPanel panel = new JPanel(new BorderLayout());
    private final SwingScope scope = SwingScope.of("tracker", panel);
    private final JLabel title = new JLabel();
    private final JTextField search = new JTextField();
    private final Sidebar sidebar;
    private final IssueTable issues;
    private final DetailPane detail;
    private Filter filter = Filter.all();
    private Theme theme;

    TrackerWindow(Tracker tracker, Theme theme) {
        this.tracker = tracker;
        this.theme = theme;
        this.detail = new DetailPane(tracker, scope);
        this.issues = new IssueTable(tracker, scope, detail::show);
        this.sidebar = new Sidebar(tracker, scope, this::choose);
        panel.add(lined(sidebar.component(), 0, 0, 0, 1), BorderLayout.WEST);
        JPanel middle = new JPanel(new BorderLayout());
        middle.add(lined(toolbar(), 0, 0, 1, 0), BorderLayout.NORTH);
        middle.add(issues.component(), BorderLayout.CENTER);
        panel.add(middle, BorderLayout.CENTER);
        panel.add(lined(detail.component(), 0, 1, 0, 0), BorderLayout.EAST);
        panel.add(lined(new Timeline(tracker, scope).component(), 1, 0, 0, 0), BorderLayout.SOUTH);
        choose(filter);
    }

    JComponent component() {
        return panel;
    }

    SwingScope scope() {
        return scope;
    }

    JTable table() {
        return issues.table();
    }

    private JComponent toolbar() {
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createEmptyBorder(12, 16, 12, 16));
        title.setName("heading");
        title.setFont(title.getFont().deriveFont(Font.BOLD, 18f));
        search.setName("search");
        search.putClientProperty("JTextField.placeholderText", "Search titles");
        search.putClientProperty("JTextField.showClearButton", true);
        search.setMaximumSize(new Dimension(240, 34));
        search.setPreferredSize(new Dimension(240, 34));
        search.getDocument().addDocumentListener(new Changes(() -> choose(filter)));
        JButton create = new JButton("New issue");
        create.setName("create");
        create.putClientProperty(
                "FlatLaf.style",
                "background: $Tracker.primary; hoverBackground: $Tracker.primaryHover; pressedBackground: $Tracker.primaryHover;"
                        + "foreground: #fff; borderWidth: 0; margin: 6,14,6,14");
        create.addActionListener(event -> create());
        JButton look = new JButton(theme.other().title());
        look.setName("look");
        look.putClientProperty("JButton.buttonType", "borderless");
        look.addActionListener(event -> {
            theme = theme.other();
            theme.apply();
            look.setText(theme.other().title());
        });
        bar.add(title);
        bar.add(Box.createHorizontalStrut(16));
        bar.add(Box.createHorizontalGlue());
        bar.add(search);
        bar.add(Box.createHorizontalStrut(8));
        bar.add(look);
        bar.add(Box.createHorizontalStrut(8));
        bar.add(create);
        return bar;
    }

    /** A new issue is in no filter but the one of all, and no search finds it. */
    private void create() {
        search.setText("");
        sidebar.chooseAll();
        issues.edit(tracker.create("Untitled issue"));
    }

    private void choose(Filter chosen) {
        filter = chosen;
        title.setText(chosen.name());
        issues.show(chosen.titled(search.getText().trim()));
    }

    private static JComponent lined(JComponent inside, int top, int left, int bottom, int right) {
        JPanel lined = new JPanel(new BorderLayout()) {
            @Override
            public Color getBackground() {
                return Theme.color("line");
            }
        };
        lined.setBorder(BorderFactory.createEmptyBorder(top, left, bottom, right));
        lined.add(inside);
        return lined;
    }

    /** Hears of every change of a text. */
    private record Changes(Runnable heard) implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            heard.run();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            heard.run();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {}
    }
}
