package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.TableSchema;
import org.jspecify.annotations.Nullable;

/** What is known about one input while its tree is normalized: its values, those that relations filled in, and its record. */
final class Visit {
    final Input input;
    final @Nullable Object[] values;
    final boolean[] given;

    @Nullable
    Pending record;

    Visit(Input input) {
        this.input = input;
        this.values = new Object[input.table().components().size()];
        this.given = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            given[i] = input.has(i)
                    && (input.get(i) != null || !input.table().attribute(i).generated());
            values[i] = given[i] ? input.get(i) : null;
        }
    }

    /** Sets the columns of a key; what nesting says wins over what was given. */
    void fill(int[] columns, @Nullable Object[] key) {
        for (int i = 0; i < columns.length; i++) {
            values[columns[i]] = key[i];
            given[columns[i]] = true;
        }
    }

    /** Lets the values of a stored model stand where the input has others for new records only. */
    void yieldTo(@Nullable Object stored) {
        if (stored == null) {
            return;
        }
        TableSchema table = input.table();
        int discriminator = table.discriminator();
        input.assumed()
                .filter(column -> column == discriminator ? input.entity().admits(stored) : table.has(stored, column))
                .forEach(column -> {
                    values[column] = table.get(stored, column);
                    given[column] = false;
                });
    }

    /** Takes columns over into the record, once there is one. */
    void copy(int[] columns) {
        Pending known = record;
        if (known != null) {
            for (int column : columns) {
                known.components[column] = values[column];
            }
        }
    }

    void applyTo(Pending pending) {
        for (int i = 0; i < values.length; i++) {
            if (given[i]) {
                pending.components[i] = values[i];
                pending.given[i] = true;
            }
        }
    }
}
