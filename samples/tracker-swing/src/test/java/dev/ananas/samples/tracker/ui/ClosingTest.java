package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.Tracker;
import dev.ananas.samples.tracker.ui.ManyWindows.Opened;
import javax.swing.JFrame;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClosingTest {

    /** What a window shows is told that it is displayed and that it is not any more, as a window tells it. */
    @Test
    void twoHundredWindowsWithoutADisplayLeaveNothing() {
        try (ManyWindows windows = new ManyWindows()) {
            windows.openAndClose(200, ClosingTest::withoutDisplay);
            windows.assertNothingIsLeft();
        }
    }

    private static Opened withoutDisplay(Tracker tracker) {
        TrackerWindow window = new TrackerWindow(tracker, Theme.LIGHT);
        window.component().addNotify();
        window.component().setSize(1_320, 820);
        window.component().validate();
        return new Opened(window, window.component()::removeNotify);
    }

    /** A thousand, unless {@code -Dwindows=250} says another number. */
    @Test
    @Tag("display")
    void manyRealWindowsLeaveNothing() {
        Display.require();
        try (ManyWindows windows = new ManyWindows()) {
            windows.openAndClose(Integer.getInteger("windows", 1_000), ClosingTest::real);
            windows.assertNothingIsLeft();
        }
    }

    private static Opened real(Tracker tracker) {
        TrackerWindow window = new TrackerWindow(tracker, Theme.LIGHT);
        JFrame frame = TrackerApp.open(window, () -> {});
        return new Opened(window, frame::dispose);
    }
}
