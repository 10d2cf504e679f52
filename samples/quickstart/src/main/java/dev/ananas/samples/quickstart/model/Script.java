package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.HasMany;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.view.ToMany;

/**
 * A writing system of Unicode.
 *
 * @param code its name in {@link java.lang.Character.UnicodeScript}, the key
 * @param name in English
 * @param locales written in it
 */
@Entity("scripts")
public record Script(
        @Id String code,
        String name,
        @HasMany(foreignKey = "scriptCode") ToMany<LocaleLink> locales) {}
