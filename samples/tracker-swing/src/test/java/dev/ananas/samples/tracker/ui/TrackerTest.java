package dev.ananas.samples.tracker.ui;

import static dev.ananas.samples.tracker.ui.Edt.await;
import static dev.ananas.samples.tracker.ui.Edt.onEdt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.samples.tracker.Server;
import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.model.Status;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Drives the window on the event dispatch thread, laid out without being displayed, so that it runs on any machine. */
class TrackerTest {
    private static final int WIDTH = 1_320;
    private static final int HEIGHT = 820;
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Tracker tracker = new Tracker(new Server(DELAY, time));
    private TrackerWindow window;

    @BeforeEach
    void open() {
        open(Theme.LIGHT);
    }

    private void open(Theme theme) {
        onEdt(() -> {
            theme.apply();
            window = new TrackerWindow(tracker, theme);
            window.component().addNotify();
            window.component().setSize(WIDTH, HEIGHT);
            window.component().validate();
            return true;
        });
        await(() -> window.table().getRowCount() == 24);
    }

    @AfterEach
    void close() {
        onEdt(() -> {
            window.component().removeNotify();
            return true;
        });
        await(() -> window.scope().isClosed());
        assertThat(window.scope().open()).isEmpty();
        tracker.close();
    }

    private <C extends Component> C find(Class<C> type, String name) {
        Component found = find(window.component(), name);
        assertThat(found).as("component \"%s\"", name).isInstanceOf(type);
        return type.cast(found);
    }

    private static Component find(Container container, String name) {
        for (Component child : container.getComponents()) {
            if (name.equals(child.getName())) {
                return child;
            }
            Component inside = child instanceof Container deeper ? find(deeper, name) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private void click(String button) {
        onEdt(() -> {
            find(AbstractButton.class, button).doClick(0);
            return true;
        });
    }

    private void select(int row) {
        onEdt(() -> {
            window.table().setRowSelectionInterval(row, row);
            return true;
        });
        await(() -> find(AbstractButton.class, "label bug")
                .getParent()
                .getParent()
                .getParent()
                .isVisible());
    }

    private String count(String filter) {
        return find(JLabel.class, "count " + filter).getText();
    }

    private Status storedStatus(int id) {
        return tracker.issues().find(id).orElseThrow().status();
    }

    private void choose(Status status) {
        onEdt(() -> {
            find(JComboBox.class, "status").setSelectedItem(status);
            return true;
        });
    }

    @Test
    void aFilterShowsItsIssuesAndAsManyAsItsCountSays() {
        click("filter In progress");
        await(() -> window.table().getRowCount()
                == Integer.parseInt(find(JLabel.class, "count In progress").getText()));
        assertThat(window.table().getRowCount()).isEqualTo(6);
        onEdt(() -> {
            find(JTextField.class, "search").setText("split");
            return true;
        });
        await(() -> window.table().getRowCount() == 1);
    }

    @Test
    void aChangeIsShownAtOnceAndStaysWhenTheServerAgrees() {
        select(0);
        String before = onEdt(() -> count("Done"));
        choose(Status.DONE);
        await(() -> !count("Done").equals(before));
        assertThat(storedStatus(24)).isEqualTo(Status.DONE);
        await(() -> find(JLabel.class, "news").getText().equals("Saving 1 change"));
        time.advanceTimeBy(DELAY);
        await(() -> find(JLabel.class, "news").getText().equals("All changes are saved"));
        assertThat(storedStatus(24)).isEqualTo(Status.DONE);
        assertThat(onEdt(() -> window.table().getSelectedRow())).isZero();
    }

    @Test
    void whatTheServerRefusesIsTakenBackAndSaidSo() {
        select(0);
        Status before = storedStatus(24);
        click("fails");
        choose(Status.DONE);
        await(() -> find(JLabel.class, "news").getText().equals("Saving 1 change"));
        time.advanceTimeBy(DELAY);
        await(() -> find(JLabel.class, "news").getText().contains("refused"));
        assertThat(storedStatus(24)).isEqualTo(before);
        await(() -> find(JComboBox.class, "status").getSelectedItem() == before);
    }

    @Test
    void aCheckBoxLabelsAnIssueWithWhoAndWhen() {
        select(0);
        boolean had = onEdt(() -> find(AbstractButton.class, "label docs").isSelected());
        assertThat(had).isFalse();
        click("label docs");
        await(() -> find(JLabel.class, "added docs").getText().startsWith("Mara Lind, "));
        click("label docs");
        await(() -> find(JLabel.class, "added docs").getText().isEmpty());
    }

    @Test
    void theSliderTravelsInTimeAndBack() {
        select(0);
        String before = onEdt(() -> count("All issues"));
        onEdt(() -> tracker.create("One more"));
        await(() -> count("All issues").equals("25"));
        time.advanceTimeBy(DELAY);
        JSlider slider = find(JSlider.class, "time");
        await(() -> slider.getMaximum() > 0 && slider.getValue() == slider.getMaximum());
        int now = onEdt(slider::getValue);
        onEdt(() -> {
            slider.setValue(0);
            return true;
        });
        await(() -> count("All issues").equals(before) && window.table().getRowCount() == 24);
        onEdt(() -> {
            slider.setValue(now);
            return true;
        });
        await(() -> count("All issues").equals("25") && window.table().getRowCount() == 25);
    }

    @Test
    void aTitleIsEditedInItsCell() {
        onEdt(() -> {
            window.table().setValueAt("A better title", 3, 0);
            return true;
        });
        await(() -> tracker.issues().find(21).orElseThrow().title().equals("A better title"));
        await(() -> window.table().getValueAt(3, 0).equals("A better title"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void picturesAreTaken(Theme theme) throws IOException {
        close(window);
        open(theme);
        select(2);
        choose(Status.IN_PROGRESS);
        time.advanceTimeBy(DELAY);
        click("label feature");
        time.advanceTimeBy(DELAY);
        await(() -> !find(JLabel.class, "added feature").getText().isEmpty());
        await(() -> find(JLabel.class, "news").getText().equals("All changes are saved"));
        BufferedImage image = onEdt(() -> picture(window.component()));
        Path file =
                Path.of("..", "..", "docs", "images", "tracker-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        if (Boolean.getBoolean("pictures")) {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
        assertThat(image.getRGB(WIDTH / 3, 6) & 0xffffff)
                .as("the ground of the toolbar")
                .isEqualTo(theme == Theme.LIGHT ? 0xffffff : 0x18191d);
    }

    private static void close(TrackerWindow window) {
        onEdt(() -> {
            window.component().removeNotify();
            return true;
        });
    }

    private static BufferedImage picture(JComponent component) {
        component.validate();
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        component.paint(g);
        g.dispose();
        return image;
    }
}
