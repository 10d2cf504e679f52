package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.view.ToMany;

/**
 * A writing system of Unicode.
 *
 * @param code its name in {@link java.lang.Character.UnicodeScript}, the key
 * @param name in English
 * @param locales written in it
 */
public record Script(String code, String name, ToMany<LocaleLink> locales) {}
