package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.Default;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.HasMany;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.view.ToMany;

/**
 * A currency of ISO 4217.
 *
 * @param code three letters, the key
 * @param name in English
 * @param fractionDigits digits after the decimal point: 2 for the euro, 0 for the yen
 * @param countries which pay with it
 */
@Entity("currencies")
public record CurrencyUnit(
        @Id String code,
        String name,
        @Default("2") int fractionDigits,
        @HasMany(foreignKey = "currencyCode") ToMany<Country> countries) {}
