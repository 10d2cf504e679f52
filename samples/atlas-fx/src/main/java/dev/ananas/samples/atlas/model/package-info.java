/** The model of the atlas: records whose annotations say how they are related. */
@NullMarked
package dev.ananas.samples.atlas.model;

import org.jspecify.annotations.NullMarked;
