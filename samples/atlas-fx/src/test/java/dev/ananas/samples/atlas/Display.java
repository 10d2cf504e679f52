package dev.ananas.samples.atlas;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The display that tests of the real window need. */
final class Display {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private Display() {}

    /** Skips the test, and says why, unless these tests were asked for and JavaFX can open windows. */
    static void require() {
        String reason = missing();
        if (reason != null) {
            if (SAID.compareAndSet(false, true)) {
                System.out.println("SKIPPED: tests of the real window. " + reason);
            }
            Assumptions.abort("SKIPPED: " + reason);
        }
        FxToolkit.start();
    }

    private static @Nullable String missing() {
        if (!Boolean.getBoolean("display")) {
            return "They take mouse and keyboard, so they are run by the profile display alone, best under xvfb-run.";
        }
        String display = System.getenv("DISPLAY");
        boolean x11 = System.getProperty("os.name").startsWith("Linux");
        return x11 && (display == null || display.isEmpty()) ? "There is no display. Run them under xvfb-run." : null;
    }
}
