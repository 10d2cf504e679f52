/** What several toolkits need and nobody outside; not exported. */
@NullMarked
package dev.ananas.ui.internal;

import org.jspecify.annotations.NullMarked;
