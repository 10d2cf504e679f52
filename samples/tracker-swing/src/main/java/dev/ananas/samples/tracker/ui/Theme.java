package dev.ananas.samples.tracker.ui;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.util.ColorFunctions;
import java.awt.Color;
import javax.swing.UIManager;

/** How everything looks. The colours of the tracker itself are in the property files beside this class. */
enum Theme {
    LIGHT,
    DARK;

    /** Makes it the look of all windows, those that are open included. */
    void apply() {
        FlatInterFont.installLazy();
        FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
        FlatLaf.registerCustomDefaultsSource(Theme.class.getPackageName());
        if (this == DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        FlatLaf.updateUI();
    }

    /** What the button is called that chooses it. */
    String title() {
        return this == LIGHT ? "Light theme" : "Dark theme";
    }

    Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** A colour of the tracker by its name in the property files. */
    static Color color(String name) {
        return UIManager.getColor("Tracker." + name);
    }

    /** The colour as one of texts: lighter in the dark, darker in the light. */
    static Color legible(Color color) {
        return FlatLaf.isLafDark()
                ? ColorFunctions.mix(color, Color.WHITE, 0.68f)
                : ColorFunctions.mix(color, Color.BLACK, 0.76f);
    }

    /** The same colour, nearly transparent. */
    static Color tint(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), FlatLaf.isLafDark() ? 46 : 28);
    }
}
