/** Live queries on screen. Each toolkit is optional: a package of it is used only by who has that toolkit. */
module dev.ananas.ui {
    requires transitive dev.ananas.orm;
    requires static transitive java.desktop;
    requires static transitive javafx.base;
    requires static transitive javafx.controls;
    requires static transitive javafx.graphics;
    requires static transitive org.jspecify;

    exports dev.ananas.ui;
    exports dev.ananas.ui.android;
    exports dev.ananas.ui.javafx;
    exports dev.ananas.ui.swing;
}
