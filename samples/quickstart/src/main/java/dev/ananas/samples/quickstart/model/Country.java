package dev.ananas.samples.quickstart.model;

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
 * @param currency the currency of that code
 * @param languages spoken there, each with the locale that links it to this country
 */
public record Country(
        String code,
        String name,
        @Nullable String currencyCode,
        DayOfWeek firstDay,
        ToOne<CurrencyUnit> currency,
        ToMany<Language> languages) {}
