/**
 * Swing: models of lists, tables and combo boxes that follow live queries, cells that write back, scopes that end with a component.
 * {@link dev.ananas.ui.swing.SwingScope} is where to start.
 */
@NullMarked
package dev.ananas.ui.swing;

import org.jspecify.annotations.NullMarked;
