/** Models and rows as JSON through any Jackson mapper. */
@NullMarked
package dev.ananas.orm.json;

import org.jspecify.annotations.NullMarked;
