package dev.ananas.orm.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.NamedPivot;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model says about relations and pivots. */
public final class Models {
    /** Stands for a relation that a model does not speak of. */
    static final Object NOT_LOADED = new Object();

    private Models() {}

    /** Whether a value is a model of the entity. */
    public static boolean isModel(TableSchema table, @Nullable Object value) {
        return table.isModel(value);
    }

    /** The related model or models of a relation of a model, null if it leads nowhere, or {@link #NOT_LOADED}. */
    static @Nullable Object loaded(@Nullable Object relation) {
        if (relation instanceof ToOne<?> one) {
            return one.isLoaded() ? one.orElse(null) : NOT_LOADED;
        }
        return relation == null || relation instanceof ToMany<?> many && !many.isLoaded() ? NOT_LOADED : relation;
    }

    /** What a record nested under a many-to-many relation says about its pivot: a model, a map, or null. */
    static @Nullable Object pivot(TableSchema related, RelationSchema.Link link, @Nullable Object record) {
        if (record instanceof Map<?, ?> map) {
            int ordinal = related.ordinal(link.as());
            boolean isAttribute = ordinal >= 0 && related.components().get(ordinal) instanceof Component.Attribute;
            Object pivot = isAttribute ? null : map.get(link.as());
            return pivot instanceof JsonNode node && node.isNull() ? null : pivot;
        }
        Object slot = link.slot() < 0 || record == null ? null : related.get(record, link.slot());
        if (slot instanceof NamedPivot named) {
            return named.as().equals(link.as()) ? named.pivot() : null;
        }
        return slot;
    }
}
