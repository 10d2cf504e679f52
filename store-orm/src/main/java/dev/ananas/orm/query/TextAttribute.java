package dev.ananas.orm.query;

import java.text.Collator;
import java.util.Objects;

/**
 * Token of a text. Order is by UTF-16 code units.
 *
 * @param <M> model that declares the attribute
 */
public final class TextAttribute<M> extends ComparableAttribute<M, String> {
    private TextAttribute(String entity, String name) {
        super(entity, name);
    }

    /** Token of a text. */
    public static <M> TextAttribute<M> text(String entity, String name) {
        return new TextAttribute<>(entity, name);
    }

    /**
     * Matches the whole text: {@code %} any text, {@code _} one character, backslash takes the next one literally. Null
     * never matches.
     */
    public Condition<M> like(String pattern) {
        return new Condition.Like<>(entity(), name(), Objects.requireNonNull(pattern, "pattern"), false);
    }

    /** Ascending in the order of a collator, ties by code units. */
    public Order<M> by(Collator collator) {
        return term().by(collator);
    }

    /** As {@link #like}, whatever the case. */
    public Condition<M> likeIgnoreCase(String pattern) {
        return new Condition.Like<>(entity(), name(), Objects.requireNonNull(pattern, "pattern"), true);
    }
}
