package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.Key;
import org.jspecify.annotations.Nullable;

/**
 * Makes composite keys of which equal parts are one instance, as far as it remembers: half a million links of a hundred thousand
 * users would hold as many numbers as parts otherwise, since reading a number off a model makes a new one. It remembers one value
 * for each of some thousand hashes and grows with its use, so that a single write pays for a few.
 */
final class KeyParts {
    private static final @Nullable Object[] NONE = new Object[0];
    private static final int FIRST = 8;
    private static final int MOST = 4096;

    private @Nullable Object[] known = NONE;
    private int asked;

    /** The key of a model, or null if a part is missing. */
    @Nullable
    Object keyOf(TableSchema table, Object model) {
        int[] columns = table.key();
        if (columns.length == 1) {
            return table.keyOf(model);
        }
        if (columns.length == 2) {
            Object first = part(table, model, columns[0]);
            Object second = part(table, model, columns[1]);
            return first == null || second == null ? null : Key.of(first, second);
        }
        Object[] parts = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Object part = part(table, model, columns[i]);
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return Joins.of(parts);
    }

    private @Nullable Object part(TableSchema table, Object model, int column) {
        Object part = Joins.part(table.get(model, column));
        return part == null ? null : shared(part);
    }

    private Object shared(Object part) {
        if (++asked > known.length && known.length < MOST) {
            known = new Object[Math.max(FIRST, known.length * 2)];
        }
        int hash = part.hashCode();
        int slot = (hash ^ hash >>> 16) & (known.length - 1);
        Object same = known[slot];
        if (same != null && same.getClass() == part.getClass() && same.equals(part)) {
            return same;
        }
        known[slot] = part;
        return part;
    }
}
