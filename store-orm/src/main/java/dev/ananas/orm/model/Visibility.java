package dev.ananas.orm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes models show. Attributes that are declared hidden one by one come on top; primary keys are always shown.
 *
 * @param hidden names of attributes that are left out, {@link #ALL} for all
 * @param visible names of the only attributes that are shown, or null for those that are not hidden
 */
public record Visibility(List<String> hidden, @Nullable List<String> visible) {
    /** Stands for all attributes. */
    public static final String ALL = "*";

    /** Copies. */
    public Visibility {
        hidden = List.copyOf(hidden);
        visible = visible == null ? null : List.copyOf(visible);
    }
}
