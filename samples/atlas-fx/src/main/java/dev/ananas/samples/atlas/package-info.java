/** A desktop atlas: the JDK's locale data in a store, shown and edited with JavaFX. Start at {@code AtlasWindow}. */
@NullMarked
package dev.ananas.samples.atlas;

import org.jspecify.annotations.NullMarked;
