package dev.ananas.test;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.store.StoreDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a write is expected to change, and nothing else: slices and rows. Rows are compared as they are stored, so without relations.
 * Immutable.
 */
public final class Diff {
    private static final Diff NOTHING = new Diff(Map.of(), Map.of());

    private final Map<StoreDefinition<?>, Object> slices;
    private final Map<String, String> rows;

    private Diff(Map<StoreDefinition<?>, Object> slices, Map<String, String> rows) {
        this.slices = slices;
        this.rows = rows;
    }

    /** Nothing changes. */
    public static Diff nothing() {
        return NOTHING;
    }

    /** A slice gets this state. */
    public <S> Diff slice(StoreDefinition<S> definition, S after) {
        Map<StoreDefinition<?>, Object> more = new LinkedHashMap<>(slices);
        more.put(Objects.requireNonNull(definition, "definition"), Objects.requireNonNull(after, "after"));
        return new Diff(more, rows);
    }

    /** A row is new. */
    public <M> Diff inserts(EntityType<M> type, M row) {
        return row(type, keyOf(type, row), "inserted " + row);
    }

    /** A row has other values. */
    public <M> Diff updates(EntityType<M> type, M after) {
        return row(type, keyOf(type, after), "updated to " + after);
    }

    /**
     * A row is gone.
     *
     * @param key its primary key, a {@link Key} if it has several parts
     */
    public Diff deletes(EntityType<?> type, Object key) {
        return row(type, key, "deleted");
    }

    private Diff row(EntityType<?> type, Object key, String change) {
        Map<String, String> more = new LinkedHashMap<>(rows);
        String base = type.inheritance().base();
        more.put(name(base == null ? type.name() : base, key), change);
        return new Diff(slices, more);
    }

    private static <M> Object keyOf(EntityType<M> type, M model) {
        List<Object> parts = new ArrayList<>();
        for (String name : type.primaryKey()) {
            Component component = Objects.requireNonNull(type.component(name), name);
            parts.add(Objects.requireNonNull(
                    type.access().get(model, type.components().indexOf(component)), name));
        }
        return parts.size() == 1 ? parts.get(0) : Key.of(parts);
    }

    static String name(String table, Object key) {
        return table + " " + key;
    }

    /** The slices that are expected to change. */
    Map<StoreDefinition<?>, Object> slices() {
        return slices;
    }

    /** The changes of rows, each under its name. */
    Map<String, String> rows() {
        return rows;
    }

    static String describe(@Nullable Object before, @Nullable Object after) {
        return after == null ? "deleted" : (before == null ? "inserted " : "updated to ") + after;
    }
}
