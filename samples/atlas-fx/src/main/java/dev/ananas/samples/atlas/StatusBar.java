package dev.ananas.samples.atlas;

import dev.ananas.ui.javafx.FxScope;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** How many countries match, and the switch for a thousand changes a second with how many there were. */
final class StatusBar extends HBox {
    private final AtlasDatabase db;
    private final Label rate = Parts.label("", "muted");
    private final ToggleButton visitors = Parts.styled(new ToggleButton("1,000 visits a second"), "chip");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tell()));
    private @Nullable Stress stress;

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
        visitors.setId("stress");
        visitors.selectedProperty().addListener((chosen, before, on) -> visit(on));
        scope.scope().onClose(this::stop);
        getChildren().setAll(count, Parts.space(), rate, visitors);
    }

    private void visit(boolean on) {
        stop();
        if (on) {
            stress = Stress.on(db);
            clock.playFromStart();
        }
    }

    private void stop() {
        clock.stop();
        rate.setText("");
        if (stress != null) {
            stress.close();
            stress = null;
        }
    }

    private void tell() {
        if (stress != null) {
            rate.setText(String.format(Locale.ENGLISH, "%,d changes in the last second", stress.takeDone()));
        }
    }
}
