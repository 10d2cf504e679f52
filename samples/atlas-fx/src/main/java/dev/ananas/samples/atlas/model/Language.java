package dev.ananas.samples.atlas.model;

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
 * @param spoken the pivot: how it is spoken in the country through which it was reached; null if there was none
 * @param countries where it is spoken
 */
@Entity("languages")
public record Language(
        @Id String code,
        String name,
        @Pivot @Nullable Spoken spoken,

        @BelongsToMany(pivot = Spoken.class, foreignPivotKey = "languageCode", relatedPivotKey = "countryCode")
        ToMany<Country> countries) {}
