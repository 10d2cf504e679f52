package dev.ananas.ui.swing;

import dev.ananas.orm.query.Attribute;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table model. Immutable.
 *
 * <pre>{@code
 * Column.of(Issue_.title, String.class, Issue::title).editable();
 * Column.computed("Comments", Integer.class, issue -> issue.comments().size());
 * }</pre>
 *
 * @param <M> model
 * @param <T> type of its cells
 */
public final class Column<M, T> {
    private final String heading;
    private final Class<T> type;
    private final Function<? super M, ? extends @Nullable T> getter;
    private final @Nullable Attribute<? super M, T> attribute;
    private final boolean editable;

    private Column(
            String heading,
            Class<T> type,
            Function<? super M, ? extends @Nullable T> getter,
            @Nullable Attribute<? super M, T> attribute,
            boolean editable) {
        this.heading = Objects.requireNonNull(heading, "heading");
        this.type = Objects.requireNonNull(type, "type");
        this.getter = Objects.requireNonNull(getter, "getter");
        this.attribute = attribute;
        this.editable = editable;
        if (type.isPrimitive()) {
            throw new IllegalArgumentException(
                    "Column \"" + heading + "\": cells are objects, and tables have renderers and editors"
                            + " for their classes. Give the wrapper of " + type + ", such as Integer.class for int.");
        }
    }

    /**
     * A read-only column of an attribute, headed by its name: {@code dueDate} by "Due date".
     *
     * @param attribute which one
     * @param type class of its values, which tells a table how to render and edit them
     * @param getter reads it from a model
     */
    public static <M, T> Column<M, T> of(
            Attribute<? super M, T> attribute, Class<T> type, Function<? super M, ? extends @Nullable T> getter) {
        return new Column<>(headingOf(attribute.name()), type, getter, attribute, false);
    }

    /**
     * A read-only column of something that is read from the model, such as its relations.
     *
     * @param heading what is above the column
     * @param type class of the values, which tells a table how to render them
     * @param getter reads a value from a model
     */
    public static <M, T> Column<M, T> computed(
            String heading, Class<T> type, Function<? super M, ? extends @Nullable T> getter) {
        return new Column<>(heading, type, getter, null, false);
    }

    /** The same column under another heading. */
    public Column<M, T> headed(String text) {
        return new Column<>(text, type, getter, attribute, editable);
    }

    /**
     * The same column with cells that can be edited and write back.
     *
     * @throws IllegalStateException if it is no column of an attribute
     */
    public Column<M, T> editable() {
        if (attribute == null) {
            throw new IllegalStateException(
                    "Column \"" + heading
                            + "\" is computed, so an edited cell could not be written. Make it with Column.of and an attribute.");
        }
        return new Column<>(heading, type, getter, attribute, true);
    }

    /** What is above the column. */
    public String heading() {
        return heading;
    }

    /** Class of the values. */
    public Class<T> type() {
        return type;
    }

    /** Whether cells write back. */
    public boolean isEditable() {
        return editable;
    }

    @Nullable
    T read(M model) {
        return getter.apply(model);
    }

    Attribute<M, T> attribute() {
        @SuppressWarnings("unchecked") // an attribute of a base is one of its cases
        Attribute<M, T> own = (Attribute<M, T>) Objects.requireNonNull(attribute);
        return own;
    }

    @Nullable
    T cast(@Nullable Object value) {
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "A cell of column \"" + heading + "\" takes a " + type.getName() + ", not the "
                            + value.getClass().getName() + " " + value + ". Give the column an editor of its type.");
        }
        return type.cast(value);
    }

    private static String headingOf(String name) {
        StringBuilder heading = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            String letter = name.substring(i, i + 1);
            if (i == 0) {
                heading.append(letter.toUpperCase(Locale.ROOT));
            } else if (Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1))) {
                heading.append(' ').append(letter.toLowerCase(Locale.ROOT));
            } else {
                heading.append(letter.equals("_") ? " " : letter);
            }
        }
        return heading.toString();
    }

    @Override
    public String toString() {
        return "column \"" + heading + "\"";
    }
}
