/** The workloads, and the ways to do them: Ananas, and collections kept by hand. */
@NullMarked
package dev.ananas.benchmarks;

import org.jspecify.annotations.NullMarked;
