package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.BelongsTo;
import dev.ananas.orm.model.Default;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.view.ToOne;
import org.jspecify.annotations.Nullable;

/**
 * A locale: one language as one country uses it. The link between the two, and an entity of its own.
 *
 * @param countryCode first part of the key
 * @param languageCode second part of the key
 * @param nativeName language and country in the language itself
 * @param scriptCode script of that name
 * @param datePattern of short dates
 * @param script the script of that code
 */
@Entity("locales")
public record LocaleLink(
        @Id String countryCode,
        @Id String languageCode,
        String nativeName,
        @Nullable String scriptCode,
        @Default("y-MM-dd") String datePattern,
        @BelongsTo(foreignKey = "scriptCode") ToOne<Script> script) {}
