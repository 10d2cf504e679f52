package dev.ananas.orm.internal.list;

import org.jspecify.annotations.Nullable;

/** An element of a result: what is shown, and of what. Immutable. */
public interface Shown {

    /** Tells apart the elements of one result; an element of a later result with an equal id is the same one, changed. */
    Object id();

    /** What the result has at this place; null only while the element is in no result. */
    @Nullable
    Object value();

    /** The value, unless it is yet to be made. */
    default @Nullable Object known() {
        return value();
    }

    /**
     * Whether it shows what another element of an equal id shows, also if that is of another result. Neither value has to be made for
     * that: an element that has none yet may take over the other one's.
     */
    default boolean showsLike(Shown other) {
        return value() == other.value();
    }
}
