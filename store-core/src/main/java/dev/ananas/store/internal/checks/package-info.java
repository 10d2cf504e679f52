/** Mistakes that types cannot forbid, looked for while developing. */
@NullMarked
package dev.ananas.store.internal.checks;

import org.jspecify.annotations.NullMarked;
