package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.TableSchema;
import org.jspecify.annotations.Nullable;

/** A record in the making: all occurrences of one key in one write are merged into one of these. */
final class Pending {
    final TableSchema table;
    final Object key;
    final @Nullable Object[] components;
    final boolean[] given;

    /** The stored model that it starts from, or null. */
    final @Nullable Object stored;

    int place;

    Pending(TableSchema table, Object key, @Nullable Object stored, @Nullable Object[] components, int place) {
        this.table = table;
        this.key = key;
        this.stored = stored;
        this.components = components;
        this.given = new boolean[components.length];
        this.place = place;
    }
}
