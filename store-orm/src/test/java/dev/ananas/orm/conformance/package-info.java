/** Replays conformance scenarios through the public API. */
@NullMarked
package dev.ananas.orm.conformance;

import org.jspecify.annotations.NullMarked;
