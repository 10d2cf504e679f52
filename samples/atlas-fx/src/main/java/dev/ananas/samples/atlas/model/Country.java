package dev.ananas.samples.atlas.model;

import dev.ananas.orm.model.BelongsTo;
import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Default;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory of ISO 3166.
 *
 * @param code two letters, the key
 * @param name in English
 * @param currencyCode what people pay with there, null if there is none
 * @param firstDay on which a week begins there
 * @param visits how often its page was looked at
 * @param currency the currency of that code
 * @param languages spoken there, each with how it is spoken
 */
@Entity("countries")
public record Country(
        @Id String code,
        String name,
        @Nullable String currencyCode,
        @Default("MONDAY") DayOfWeek firstDay,
        int visits,
        @BelongsTo(foreignKey = "currencyCode") ToOne<CurrencyUnit> currency,

        @BelongsToMany(pivot = Spoken.class, foreignPivotKey = "countryCode", relatedPivotKey = "languageCode")
        ToMany<Language> languages) {}
