package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Meta;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a model was stored first and last, in the columns that keep it. */
final class Stamp {
    private Stamp() {}

    /** The model with its times: {@code second} is now, {@code before} the model that it takes the place of. */
    static Object of(TableSchema table, int[] columns, Object model, @Nullable Object before, long second) {
        @Nullable Object[] values = table.components(model);
        for (int column : columns) {
            Meta known = before == null ? null : meta(table.get(before, column));
            Meta meta = new Meta(known == null ? second : known.createdAt(), second);
            values[column] = table.type().isDynamic() ? meta.toMap() : meta;
        }
        return table.createLike(model, values);
    }

    private static @Nullable Meta meta(@Nullable Object value) {
        if (value instanceof Map<?, ?> map
                && map.get("createdAt") instanceof Long createdAt
                && map.get("updatedAt") instanceof Long updatedAt) {
            return new Meta(createdAt, updatedAt);
        }
        return value instanceof Meta meta ? meta : null;
    }
}
