package dev.ananas.samples.atlas;

import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.Language_;
import dev.ananas.samples.atlas.model.Spoken_;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes the images of the documentation: -Datlas.images=FOLDER, an absolute path. */
@EnabledIfSystemProperty(named = "atlas.images", matches = ".+")
class ImagesTest {
    private static final int SCALE = 2;

    private Stage stage;
    private AtlasWindow window;

    @Test
    void ofBothThemes() throws IOException {
        FxToolkit.start();
        Path folder = Files.createDirectories(Path.of(System.getProperty("atlas.images")));
        try (AtlasDatabase db = AtlasDatabase.of(LocaleData.ofThisJdk())) {
            edit(db);
            FxToolkit.run(() -> {
                stage = new Stage();
                window = AtlasWindow.open(db, stage);
            });
            FxToolkit.await("countries", () -> !window.table().view().getItems().isEmpty());
            FxToolkit.run(() -> window.select("CH"));
            FxToolkit.await("Switzerland", () -> stage.getScene().getRoot().lookup("#language-de") != null);
            for (Theme theme : Theme.values()) {
                FxToolkit.run(() -> window.theme().set(theme));
                FxToolkit.await("frames", () -> true);
                write(folder.resolve("atlas-" + (theme == Theme.LIGHT ? "light" : "dark") + ".png"));
            }
            FxToolkit.run(stage::hide);
        }
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

    private void write(Path file) throws IOException {
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
        ImageIO.write(copy, "png", file.toFile());
    }
}
