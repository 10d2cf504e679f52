package dev.ananas.samples.atlas;

import javafx.application.Application;
import javafx.stage.Stage;

/** Runs the atlas. */
public final class Atlas {
    private Atlas() {}

    /** Opens the window and returns when it is closed. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** What JavaFX starts: the database and its window. */
    public static final class App extends Application {
        private final AtlasDatabase db = AtlasDatabase.of(LocaleData.ofThisJdk());

        @Override
        public void start(Stage stage) {
            AtlasWindow.open(db, stage).select("CH");
        }

        @Override
        public void stop() {
            db.close();
        }
    }
}
