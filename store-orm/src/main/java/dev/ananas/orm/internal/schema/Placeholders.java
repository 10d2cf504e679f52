package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells what models of a class show in place of hidden values from values.
 *
 * <p>A class has no third value beside null and the others, so a model that was read has null or zero where an attribute is
 * hidden. Given back to be saved, it does not mean to store that; a save lays over a stored record what is no such placeholder.
 * Whoever wants to store one in a hidden attribute says so with a patch.
 */
public final class Placeholders {
    private final TableSchema table;
    private final List<EntitySchema> views = new ArrayList<>(0);

    Placeholders(TableSchema table) {
        this.table = table;
    }

    /** A view of the table hides some columns. */
    void hiddenBy(EntitySchema view) {
        views.add(view);
    }

    /** Whether a column of a model is hidden in models of its entity and has what they show instead. */
    public boolean isAt(int column, Object model) {
        Component.Attribute attribute = table.attribute(column);
        return !attribute.timestamps()
                && views.stream().anyMatch(view -> view.projection().hides(column) && view.admits(model))
                && Objects.equals(table.get(model, column), attribute.hiddenValue());
    }

    /** Whether a model has one in any column. */
    public boolean isIn(Object model) {
        for (int i = 0; !views.isEmpty() && i < table.components().size(); i++) {
            if (table.components().get(i) instanceof Component.Attribute && isAt(i, model)) {
                return true;
            }
        }
        return false;
    }
}
