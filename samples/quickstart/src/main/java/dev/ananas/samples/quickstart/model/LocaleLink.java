package dev.ananas.samples.quickstart.model;

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
public record LocaleLink(
        String countryCode,
        String languageCode,
        String nativeName,
        @Nullable String scriptCode,
        String datePattern,
        ToOne<Script> script) {}
