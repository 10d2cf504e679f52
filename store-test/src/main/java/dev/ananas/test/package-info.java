/**
 * What tests of applications need: stores with an initial state, stubbed and recorded actions, given/when/then, counted emissions and
 * rows, virtual time, and an oracle for live queries. It fails with {@link java.lang.AssertionError} and works with any framework.
 *
 * <p>Start at {@link dev.ananas.test.TestStore}.
 */
@NullMarked
package dev.ananas.test;

import org.jspecify.annotations.NullMarked;
