package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
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
            }
        }
    }
}
