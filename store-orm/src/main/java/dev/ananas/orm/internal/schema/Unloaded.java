package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What stored models of a table have in the components that are no columns: relations that are not loaded, no pivot. */
public final class Unloaded {
    private final int[] slots;
    private final @Nullable Object[] values;

    Unloaded(TableSchema table) {
        int size = table.components().size();
        this.slots = IntStream.range(0, size)
                .filter(i -> !(table.components().get(i) instanceof Component.Attribute))
                .toArray();
        this.values = new Object[size];
        String model =
                table.type().isDynamic() ? table.name() : table.type().model().getSimpleName();
        for (int slot : slots) {
            for (RelationSchema relation : table.relations(slot)) {
                values[slot] = relation.toMany()
                        ? ToMany.notLoaded(model, relation.name())
                        : ToOne.notLoaded(model, relation.name());
            }
        }
    }

    /** The components that are no columns. */
    public int[] slots() {
        return slots;
    }

    /** What a component holds; null unless it is a relation. */
    public @Nullable Object value(int slot) {
        return values[slot];
    }

    /** Components of a model of which nothing else is known: null where there is a column. */
    public @Nullable Object[] components() {
        return values.clone();
    }
}
