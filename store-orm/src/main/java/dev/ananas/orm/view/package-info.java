/** What queries give back: relations that know whether they were loaded. */
@NullMarked
package dev.ananas.orm.view;

import org.jspecify.annotations.NullMarked;
