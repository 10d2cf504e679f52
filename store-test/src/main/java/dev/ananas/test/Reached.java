package dev.ananas.test;

import org.jspecify.annotations.Nullable;

/**
 * A row that a query or a relation leads to.
 *
 * @param entity the entity that was asked for
 * @param link the row between, or null
 * @param linkPlace the place of the row between, or of the key in a list of keys
 */
record Reached(String entity, NaiveRow row, @Nullable NaiveRow link, int linkPlace) {
    static Reached directly(String entity, NaiveRow row) {
        return new Reached(entity, row, null, 0);
    }
}
