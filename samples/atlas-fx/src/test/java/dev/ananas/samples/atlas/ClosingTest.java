package dev.ananas.samples.atlas;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClosingTest {
    @Test
    void fiftyWindowsLeaveNothing() {
        FxToolkit.start();
        check(50);
    }

    @Test
    @Tag("display")
    void realWindowsLeaveNothing() {
        Display.require();
        check(Integer.getInteger("windows", 1_000));
    }

    private static void check(int times) {
        try (ManyWindows windows = new ManyWindows()) {
            windows.openAndClose(times);
            windows.assertNothingIsLeft();
        }
    }
}
