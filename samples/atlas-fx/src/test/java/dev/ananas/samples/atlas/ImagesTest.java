package dev.ananas.samples.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.Language_;
import dev.ananas.samples.atlas.model.Spoken_;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the window looks like in the light and in the dark. Writes the images of the documentation if asked: -Datlas.images=FOLDER, an
 * absolute path.
 */
class ImagesTest {
    private static final int SCALE = 2;

    private final @Nullable String folder = System.getProperty("atlas.images");
    private Stage stage;
    private AtlasWindow window;

    @Test
    void bothThemesAreReadableInTheWindowAndInTheForm() throws IOException {
        FxToolkit.start();
        try (AtlasDatabase db = AtlasDatabase.of(LocaleData.ofThisJdk())) {
            edit(db);
            FxToolkit.run(() -> {
                stage = new Stage();
                window = AtlasWindow.open(db, stage);
                window.select("CH");
            });
            FxToolkit.await("Switzerland", () -> find("#language-de") != null);
            FxToolkit.await(
                    "selected", () -> !window.table().view().getSelectionModel().isEmpty());
            for (Theme theme : Theme.values()) {
                FxToolkit.run(() -> window.theme().set(theme));
                String name = theme == Theme.LIGHT ? "light" : "dark";
                BufferedImage whole = picture("atlas-" + name);
                assertThat(whole.getWidth()).isEqualTo(1180 * SCALE);
                FxToolkit.run(() -> ((Button) find("#edit")).fire());
                FxToolkit.await("the form", () -> find("#form-name") != null);
                FxToolkit.run(() -> {
                    ((TextField) find("#form-name")).setText("France");
                    ((TextField) find("#form-currency")).setText("FRANCS");
                });
                FxToolkit.await("a draft to save", () -> !find("#form-save").isDisabled());
                FxToolkit.run(() -> ((Button) find("#form-save")).fire());
                picture("atlas-form-" + name);
                FxToolkit.run(() -> ((Button) find("#form-discard")).fire());
            }
            FxToolkit.run(stage::hide);
        }
    }

    private @Nullable Node find(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    private BufferedImage picture(String name) throws IOException {
        FxToolkit.await("frames", () -> true);
        assertThat(FxToolkit.call(() -> Contrast.tooLowIn(stage.getScene().getRoot())))
                .as("texts in %s that are hard to read", name)
                .isEmpty();
        BufferedImage image = image();
        if (folder != null) {
            ImageIO.write(
                    image,
                    "png",
                    Files.createDirectories(Path.of(folder))
                            .resolve(name + ".png")
                            .toFile());
        }
        return image;
    }

    /** Switzerland has four official languages; shares and visits are made up for the picture. */
    private static void edit(AtlasDatabase db) {
        SplittableRandom random = new SplittableRandom(1);
        db.countries()
                .all()
                .forEach(country ->
                        db.countries().update(country.code(), Country_.visits.to(random.nextInt(200, 4_000))));
        Changes changes = new Changes(db);
        String[] official = {"de", "fr", "it", "rm"};
        int[] shares = {62, 23, 8, 1};
        for (int i = 0; i < official.length; i++) {
            db.countries()
                    .relation(Country_.languages)
                    .updatePivot("CH", official[i], Spoken_.official.to(true).and(Spoken_.share.to(shares[i])));
        }
        db.languages()
                .query()
                .where(Language_.code.in(List.of("gsw", "en", "pt", "wae")))
                .get()
                .forEach(language ->
                        changes.share("CH", language, language.code().equals("en") ? 6 : 4));
    }

    private BufferedImage image() {
        WritableImage image = FxToolkit.call(() -> {
            SnapshotParameters twice = new SnapshotParameters();
            twice.setTransform(Transform.scale(SCALE, SCALE));
            return stage.getScene().getRoot().snapshot(twice, null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader pixels = image.getPixelReader();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return copy;
    }
}
