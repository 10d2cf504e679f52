import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Starts a command on an empty display, waits until a window has been drawn there, and ends the command: java Window.java COMMAND...
 * Fails if the command ends by itself, or shows nothing within two minutes.
 */
class Window {
    /** An empty display has one colour, a window without content two. */
    private static final int COLORS = 50;

    public static void main(String[] command) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        int seen = 0;
        int colors = 0;
        int looks = 0;
        try {
            while (seen < 3) { // that it stays there, too
                if (process.waitFor(1, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("It ended with " + process.exitValue() + " and showed no window.");
                }
                if (++looks > 120) {
                    throw new IllegalStateException("It shows no window after two minutes.");
                }
                colors = colors();
                seen = colors > COLORS ? seen + 1 : 0;
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        System.out.printf("shows a window of %d colours after %.1f s%n", colors, (System.nanoTime() - start) / 1e9);
    }

    private static int colors() throws Exception {
        Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
        BufferedImage screen = new Robot().createScreenCapture(new Rectangle(size));
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < size.height; y++) {
            for (int x = 0; x < size.width; x++) {
                colors.add(screen.getRGB(x, y));
            }
        }
        return colors.size();
    }
}
