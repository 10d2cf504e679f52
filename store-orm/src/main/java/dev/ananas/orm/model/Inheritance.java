package dev.ananas.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * How an entity shares a table with others: as the base that tells them apart by a discriminator, or as one of the cases.
 *
 * @param base entity whose table a case shares; null if the entity has a table of its own
 * @param value value of the discriminator in records of this entity; null if it has no records of its own
 * @param discriminator attribute of the base that tells the case of a record; null if the entity has no cases
 * @param fallback value that records get whose discriminator is missing or unknown; null if these are refused
 */
public record Inheritance(
        @Nullable String base,
        @Nullable Object value,
        @Nullable String discriminator,
        @Nullable Object fallback) {
    static final Inheritance NONE = new Inheritance(null, null, null, null);
}
