package dev.ananas.samples.atlas.model;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.HasMany;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.view.ToMany;

/**
 * A currency of ISO 4217.
 *
 * @param code three letters, the key
 * @param name in English
 * @param countries which pay with it
 */
@Entity("currencies")
public record CurrencyUnit(
        @Id String code,
        String name,
        @HasMany(foreignKey = "currencyCode") ToMany<Country> countries) {}
