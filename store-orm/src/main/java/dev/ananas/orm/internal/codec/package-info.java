/** Data as callers give it, in any form, turned into one neutral tree of records. */
@NullMarked
package dev.ananas.orm.internal.codec;

import org.jspecify.annotations.NullMarked;
