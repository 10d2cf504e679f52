package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Pivot;
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
@Entity("languages")
public record Language(
        @Id String code,
        String name,
        @Pivot @Nullable LocaleLink locale,

        @BelongsToMany(pivot = LocaleLink.class, foreignPivotKey = "languageCode", relatedPivotKey = "countryCode")
        ToMany<Country> countries) {}
