package dev.ananas.samples.atlas;

import dev.ananas.ui.javafx.FxScope;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** How many countries match, and the switch for a thousand changes a second with how many there were and how fast they come. */
final class StatusBar extends HBox {
    private final AtlasDatabase db;
    private final Label rate = Parts.label("", "muted");
    private final ToggleButton visitors = Parts.styled(new ToggleButton("1,000 visits a second"), "chip");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tell()));
    private @Nullable Stress stress;
    private long told;
    private long toldAt;

    StatusBar(AtlasDatabase db, FxScope scope, CountryTable table) {
        this.db = db;
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
        Label count = Parts.label("", "muted");
        count.setId("count");
        ReadOnlyObjectProperty<Long> total = scope.value(db.countries().query().count(), 0L);
        Runnable tell = () -> count.setText(table.view().getItems().size() + " of " + total.get() + " countries");
        total.addListener(change -> tell.run());
        table.view().itemsProperty().flatMap(Bindings::size).addListener((size, before, now) -> tell.run());
        clock.setCycleCount(Animation.INDEFINITE);
        rate.setId("rate");
        visitors.setId("stress");
        visitors.selectedProperty().addListener((chosen, before, on) -> visit(on));
        scope.scope().onClose(this::stop);
        getChildren().setAll(count, Parts.space(), rate, visitors);
    }

    private void visit(boolean on) {
        stop();
        if (on) {
            stress = Stress.on(db);
            told = 0;
            toldAt = System.nanoTime();
            rate.setText("");
            clock.playFromStart();
        }
    }

    /** The last visit may be under way: how many there were is known when it is done. */
    private void stop() {
        clock.stop();
        Stress ended = stress;
        if (ended != null) {
            stress = null;
            ended.close(() -> Platform.runLater(() -> {
                if (stress == null) {
                    rate.setText(visits(ended.done()));
                }
            }));
        }
    }

    /** A tick may come late, so the rate is that of the time that has gone by. */
    private void tell() {
        if (stress != null) {
            long now = System.nanoTime();
            long done = stress.done();
            long perSecond = (done - told) * TimeUnit.SECONDS.toNanos(1) / (now - toldAt);
            rate.setText(String.format(Locale.ENGLISH, "%s, %,d a second", visits(done), perSecond));
            told = done;
            toldAt = now;
        }
    }

    private static String visits(long number) {
        return String.format(Locale.ENGLISH, "%,d visits", number);
    }
}
