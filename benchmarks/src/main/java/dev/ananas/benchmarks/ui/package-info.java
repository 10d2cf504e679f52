/** What a live list costs the UI thread. */
@NullMarked
package dev.ananas.benchmarks.ui;

import org.jspecify.annotations.NullMarked;
