package dev.ananas.orm.internal.list;

import java.util.List;

/** A list that shows another one under a type of its own. */
public interface Wrapping {

    /** The list behind it, with the same elements. */
    List<?> wrapped();
}
