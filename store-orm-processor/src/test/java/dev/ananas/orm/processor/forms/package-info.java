/** Models in every form that the processor knows, and what they do. */
@NullMarked
package dev.ananas.orm.processor.forms;

import org.jspecify.annotations.NullMarked;
