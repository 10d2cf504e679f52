/** The model of the quickstart: records whose annotations say how they are related. */
@NullMarked
package dev.ananas.samples.quickstart.model;

import org.jspecify.annotations.NullMarked;
