package dev.ananas.orm.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one entity without a class: an array by ordinal, and the way from names to ordinals. */
final class DynamicAccess implements Access<Row> {
    /** The last component of every dynamic entity; no attribute can have this name by accident. */
    static final String PIVOT = "(pivot)";

    private final EntityType<Row> type;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final int pivot;

    DynamicAccess(EntityType<Row> type) {
        this.type = type;
        for (int i = 0; i < type.components().size(); i++) {
            ordinals.put(type.components().get(i).name(), i);
        }
        this.pivot = type.components().size() - 1;
    }

    @Override
    public @Nullable Object get(Row row, int ordinal) {
        return ((DynamicRow) row).component(ordinal);
    }

    @Override
    public Row create(@Nullable Object[] components) {
        return new DynamicRow(this, components.clone());
    }

    EntityType<Row> type() {
        return type;
    }

    int pivotOrdinal() {
        return pivot;
    }

    /** Whether a name is no component, but that of a to-many relation with the ending of counts. */
    boolean isCount(String name) {
        if (!name.endsWith(Row.COUNT) || ordinals.containsKey(name)) {
            return false;
        }
        Integer relation = ordinals.get(name.substring(0, name.length() - Row.COUNT.length()));
        return relation != null && type.components().get(relation) instanceof RelationType counted && counted.toMany();
    }

    /** Ordinal of a component of a kind, or an error that lists the nearest names of that kind. */
    int ordinal(String name, Class<? extends Component> kind, String kindName) {
        Integer ordinal = ordinals.get(name);
        if (ordinal == null || !kind.isInstance(type.components().get(ordinal))) {
            throw new IllegalArgumentException(
                    Names.unknown(kindName, name, "entity \"" + type.name() + "\"", Names.of(type, kind)));
        }
        return ordinal;
    }
}
