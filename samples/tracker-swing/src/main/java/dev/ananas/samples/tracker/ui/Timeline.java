package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.Tracker;
import dev.ananas.store.KeptVersion;
import dev.ananas.ui.swing.SwingScope;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

/** The past on a slider, and how things stand with the server. */
final class Timeline {
    private final Tracker tracker;
    private final SwingScope scope;
    private final JPanel panel = new JPanel(new BorderLayout(14, 0)) {
        @Override
        public Color getBackground() {
            return Theme.color("sidebar");
        }
    };
    private final JSlider slider = new JSlider(0, 0, 0);
    private final JLabel now = new JLabel("Now");
    private final JLabel news = new JLabel("All changes are saved") {
        @Override
        public Color getForeground() {
            return Theme.color(refused ? "danger" : "muted");
        }
    };
    private final JCheckBox fails = new JCheckBox("Server refuses");
    private List<KeptVersion> versions = List.of();
    private boolean showing;
    private boolean refused;

    Timeline(Tracker tracker, SwingScope scope) {
        this.tracker = tracker;
        this.scope = scope;
        slider.setName("time");
        now.setName("now");
        news.setName("news");
        fails.setName("fails");
        slider.setOpaque(false);
        fails.setOpaque(false);
        panel.setBorder(BorderFactory.createEmptyBorder(8, 20, 8, 20));
        panel.setPreferredSize(new Dimension(0, 52));
        JLabel heading = Sidebar.muted("Time travel");
        panel.add(heading, BorderLayout.WEST);
        slider.setPreferredSize(new Dimension(280, 24));
        JPanel middle = flow(slider, now);
        panel.add(middle, BorderLayout.CENTER);
        panel.add(flow(news, fails), BorderLayout.EAST);
        slider.addChangeListener(event -> travel());
        fails.addActionListener(event -> tracker.server().setFailing(fails.isSelected()));
        scope.subscribe(
                "versions",
                tracker.store().transitions().map(transition -> 0).startWith(0).onBackpressureLatest(),
                changed -> show(tracker.store().history().versions()));
        scope.subscribe("news", tracker.news().onBackpressureLatest(), this::tell);
    }

    private static JPanel flow(JComponent first, JComponent second) {
        JPanel flow = new JPanel();
        flow.setOpaque(false);
        flow.setLayout(new BoxLayout(flow, BoxLayout.X_AXIS));
        first.setMaximumSize(new Dimension(420, 30));
        flow.add(first);
        flow.add(Box.createHorizontalStrut(14));
        flow.add(second);
        return flow;
    }

    JComponent component() {
        return panel;
    }

    private void show(List<KeptVersion> kept) {
        versions = kept;
        showing = true;
        slider.setMaximum(Math.max(0, kept.size() - 1));
        slider.setEnabled(kept.size() > 1);
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).isCurrent()) {
                slider.setValue(i);
                now.setText(
                        i == kept.size() - 1
                                ? "Now"
                                : kept.get(i).label() + "  (" + (i + 1) + " of " + kept.size() + ")");
            }
        }
        showing = false;
    }

    private void travel() {
        if (!showing && slider.getValue() < versions.size()) {
            long version = versions.get(slider.getValue()).version();
            scope.scope().inBackground(() -> tracker.store().history().goTo(version));
        }
    }

    private void tell(Tracker.News latest) {
        refused = latest.refused() != null;
        if (latest.refused() != null) {
            news.setText(latest.refused() + " It was taken back.");
        } else {
            news.setText(
                    latest.pending() == 0
                            ? "All changes are saved"
                            : "Saving " + latest.pending() + (latest.pending() == 1 ? " change" : " changes"));
        }
    }
}
