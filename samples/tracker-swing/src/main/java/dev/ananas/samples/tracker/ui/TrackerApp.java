package dev.ananas.samples.tracker.ui;

import dev.ananas.samples.tracker.Server;
import dev.ananas.samples.tracker.Tracker;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import reactor.core.scheduler.Schedulers;

/** An issue tracker whose server takes its time, and may be told to refuse what is done. */
public final class TrackerApp {

    private TrackerApp() {}

    /**
     * Opens the window.
     *
     * @param arguments {@code dark} to begin in the dark
     */
    public static void main(String[] arguments) throws InterruptedException {
        boolean dark = arguments.length > 0 && arguments[0].equals("dark");
        CountDownLatch closed = new CountDownLatch(1);
        EventQueue.invokeLater(() -> {
            Theme theme = dark ? Theme.DARK : Theme.LIGHT;
            theme.apply();
            Tracker tracker = new Tracker(new Server(Duration.ofMillis(1_500), Schedulers.parallel()));
            open(new TrackerWindow(tracker, theme), () -> {
                tracker.close();
                closed.countDown();
            });
        });
        closed.await();
    }

    /** Puts the content into a window of its own; what is shown ends with that, and nothing else does. */
    static JFrame open(TrackerWindow content, Runnable closed) {
        JFrame frame = new JFrame("Tracker");
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                closed.run();
            }
        });
        frame.setContentPane(content.component());
        frame.setSize(new Dimension(1_320, 820));
        frame.setMinimumSize(new Dimension(1_160, 700));
        frame.setLocationRelativeTo(null);
        frame.setVisible(true);
        return frame;
    }
}
