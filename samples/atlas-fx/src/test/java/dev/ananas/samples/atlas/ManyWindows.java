package dev.ananas.samples.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/** Opens and closes windows over one database again and again, and looks for what they left behind. */
final class ManyWindows implements AutoCloseable {
    /** What the toolkit itself keeps of the windows that were used last. */
    private static final int KEPT_BY_THE_TOOLKIT = 3;

    private final AtlasDatabase db = AtlasDatabase.of(LocaleData.ofThisJdk());
    private final List<WeakReference<AtlasWindow>> windows = new ArrayList<>();

    /** Each window is used as far as a selected country, every tenth until all is there and a search is under way. */
    void openAndClose(int times) {
        for (int i = 0; i < times; i++) {
            boolean whole = i % 10 == 0;
            Stage stage = FxToolkit.call(Stage::new);
            AtlasWindow window = FxToolkit.call(() -> AtlasWindow.open(db, stage));
            FxToolkit.run(() -> window.select("CH"));
            if (whole) {
                FxToolkit.await(
                        "countries", () -> window.table().view().getItems().size() == 249);
                FxToolkit.await("languages", () -> stage.getScene().getRoot().lookup("#language-de") != null);
                FxToolkit.run(() -> ((TextField) stage.getScene().getRoot().lookup("#search")).setText("land"));
            }
            FxToolkit.run(stage::hide);
            FxToolkit.await("closed", () -> window.scope().isClosed());
            assertThat(window.scope().open()).isEmpty();
            windows.add(new WeakReference<>(window));
        }
    }

    /** No level, and nobody who holds on to a window, as every listener would. */
    void assertNothingIsLeft() {
        until(() -> db.tables().describe().levels().isEmpty());
        assertThat(db.tables().describe().levels()).isEmpty();
        until(() -> held() <= KEPT_BY_THE_TOOLKIT);
        assertThat(held()).as("windows that something holds on to").isLessThanOrEqualTo(KEPT_BY_THE_TOOLKIT);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            System.gc();
            FxToolkit.run(() -> {});
            LockSupport.parkNanos(20_000_000);
        }
    }

    private long held() {
        return windows.stream().filter(window -> window.get() != null).count();
    }

    @Override
    public void close() {
        db.close();
    }
}
