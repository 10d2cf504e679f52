/**
 * JavaFX: observable lists that follow live queries, properties of selectors and of attributes, scopes that end with what shows them.
 * {@link dev.ananas.ui.javafx.FxScope} is where to start.
 */
@NullMarked
package dev.ananas.ui.javafx;

import org.jspecify.annotations.NullMarked;
