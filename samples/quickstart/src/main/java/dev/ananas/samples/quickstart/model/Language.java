package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.view.ToMany;
import org.jspecify.annotations.Nullable;

/**
 * A language of ISO 639.
 *
 * @param code two or three letters, the key
 * @param name in English
 * @param locale the pivot: how the country through which this language was reached uses it; null if there was none
 * @param countries where it is spoken
 */
public record Language(String code, String name, @Nullable LocaleLink locale, ToMany<Country> countries) {}
