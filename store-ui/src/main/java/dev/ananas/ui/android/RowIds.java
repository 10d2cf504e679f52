package dev.ananas.ui.android;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Numbers for rows that stay with their keys, for {@code getItemId} of an adapter with stable ids. A whole number as key is its own id. Any
 * other key, such as a text or a composite key, gets an id when it is first asked for, far below the keys that are numbers, and keeps it:
 * a row that comes back is the same row. So this object holds the keys it was asked for. Main thread only.
 *
 * @param <M> model
 */
public final class RowIds<M> {
    /** The number ahead of it says "no row" in adapter views. */
    private static final long FIRST = Long.MIN_VALUE + 1;

    private final Function<? super M, ?> key;
    private final Map<Object, Long> made = new HashMap<>();

    private RowIds(Function<? super M, ?> key) {
        this.key = key;
    }

    /**
     * Ids by the primary keys of models.
     *
     * @param key reads the key of a model, such as {@code User::id}; keys are told apart by {@code equals}
     */
    public static <M> RowIds<M> by(Function<? super M, ?> key) {
        return new RowIds<>(Objects.requireNonNull(key, "key"));
    }

    /**
     * The id of a row, in O(1).
     *
     * @param model what the row shows
     * @throws NullPointerException if the model has no key
     */
    public long of(M model) {
        Object found = key.apply(model);
        if (found == null) {
            throw new NullPointerException(
                    "A row needs a key that is not null, and the key function found none in " + model);
        }
        if (found instanceof Long || found instanceof Integer || found instanceof Short || found instanceof Byte) {
            return ((Number) found).longValue();
        }
        Long known = made.get(found);
        if (known == null) {
            known = FIRST + made.size();
            made.put(found, known);
        }
        return known;
    }
}
