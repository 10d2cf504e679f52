/** One operation each, measured with JMH. */
@NullMarked
package dev.ananas.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
