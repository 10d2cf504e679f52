package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.model.Label;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.samples.tracker.model.User;
import dev.ananas.ui.swing.SwingScope;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;

/** The filters, each with how many issues it has right now. */
final class Sidebar {
    private final Tracker tracker;
    private final SwingScope scope;
    private final Consumer<Filter> chosen;
    private final JPanel panel = new JPanel() {
        @Override
        public Color getBackground() {
            return Theme.color("sidebar");
        }
    };
    private final ButtonGroup group = new ButtonGroup();

    Sidebar(Tracker tracker, SwingScope scope, Consumer<Filter> chosen) {
        this.tracker = tracker;
        this.scope = scope;
        this.chosen = chosen;
        panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
        panel.setBorder(BorderFactory.createEmptyBorder(18, 12, 12, 12));
        panel.setPreferredSize(new Dimension(228, 0));
        brand();
        add(Filter.all(), Disc.dot(new Color(0x9ba1a6)));
        add(Filter.of(Status.OPEN), Disc.dot(new Color(0x3e63dd)));
        add(Filter.of(Status.IN_PROGRESS), Disc.dot(new Color(0xf76b15)));
        add(Filter.of(Status.DONE), Disc.dot(new Color(0x30a46c)));
        heading("LABELS");
        for (Label label : tracker.labels().get()) {
            add(Filter.of(label), Disc.dot(Color.decode(label.color())));
        }
        heading("PEOPLE");
        for (User user : tracker.users().get()) {
            add(Filter.of(user), Disc.person(user.name(), 18));
        }
        panel.add(Box.createVerticalGlue());
    }

    JComponent component() {
        return panel;
    }

    /** Chooses the filter of all issues, as a click on it does; nothing if it is the chosen one. */
    void chooseAll() {
        AbstractButton first = group.getElements().nextElement();
        if (!first.isSelected()) {
            first.doClick(0);
        }
    }

    private void brand() {
        JLabel brand = new JLabel("Tracker", Disc.person("Tracker", 26), SwingConstants.LEADING);
        brand.setFont(brand.getFont().deriveFont(Font.BOLD, 16f));
        brand.setIconTextGap(10);
        brand.setBorder(BorderFactory.createEmptyBorder(0, 8, 16, 0));
        brand.setAlignmentX(Component.LEFT_ALIGNMENT);
        panel.add(brand);
    }

    private void heading(String text) {
        JLabel heading = muted(text);
        heading.setFont(heading.getFont().deriveFont(Font.BOLD, 10.5f));
        heading.setBorder(BorderFactory.createEmptyBorder(18, 10, 6, 0));
        heading.setAlignmentX(Component.LEFT_ALIGNMENT);
        panel.add(heading);
    }

    static JLabel muted(String text) {
        return new JLabel(text) {
            @Override
            public Color getForeground() {
                return Theme.color("muted");
            }
        };
    }

    private void add(Filter filter, Icon icon) {
        JToggleButton button = new JToggleButton(filter.name(), icon, group.getButtonCount() == 0);
        button.setName("filter " + filter.name());
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setHorizontalAlignment(SwingConstants.LEADING);
        button.setIconTextGap(10);
        button.setFocusable(false);
        button.setAlignmentX(Component.LEFT_ALIGNMENT);
        button.setMinimumSize(new Dimension(0, 32));
        button.setPreferredSize(new Dimension(200, 32));
        button.setMaximumSize(new Dimension(Integer.MAX_VALUE, 32));
        button.setLayout(new BorderLayout());
        JLabel count = muted("");
        count.setName("count " + filter.name());
        count.setBorder(BorderFactory.createEmptyBorder(0, 0, 0, 6));
        button.add(count, BorderLayout.EAST);
        button.addActionListener(event -> chosen.accept(filter));
        group.add(button);
        panel.add(button);
        scope.show(
                filter.clauses().apply(tracker.issues().query()).count(),
                number -> count.setText(String.valueOf(number)));
    }
}
