package dev.ananas.samples.android.model;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Pivot;
import org.jspecify.annotations.Nullable;

/**
 * Something to know.
 *
 * @param id the key
 * @param title what it is called
 * @param knowledge the pivot: how well the member through whom this skill was reached knows it; null if there was none
 */
@Entity("skills")
public record Skill(
        @Id Long id, String title, @Pivot @Nullable Knowledge knowledge) {}
