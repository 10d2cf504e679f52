package dev.ananas.samples.tracker.ui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The display that tests of the real window need. */
final class Display {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private Display() {}

    /** Skips the test, and says why, unless these tests were asked for and windows can be opened. */
    static void require() {
        String reason = missing();
        if (reason != null) {
            if (SAID.compareAndSet(false, true)) {
                System.out.println("SKIPPED: tests of the real window. " + reason);
            }
            Assumptions.abort("SKIPPED: " + reason);
        }
    }

    private static @Nullable String missing() {
        if (!Boolean.getBoolean("display")) {
            return "They take mouse and keyboard, so they are run by the profile display alone, best under xvfb-run.";
        }
        if (GraphicsEnvironment.isHeadless()) {
            return "There is no display. Run them under xvfb-run.";
        }
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return null;
        } catch (HeadlessException | AWTError | NoClassDefFoundError e) {
            return "The display " + System.getenv("DISPLAY") + " cannot be used: " + e;
        }
    }
}
