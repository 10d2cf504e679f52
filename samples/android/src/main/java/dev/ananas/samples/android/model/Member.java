package dev.ananas.samples.android.model;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.view.ToMany;

/**
 * Someone of the crew.
 *
 * @param id the key
 * @param name what others call them
 * @param skills what they know; the link says how well
 */
@Entity("members")
public record Member(
        @Id Long id,
        String name,

        @BelongsToMany(
                pivot = Knowledge.class,
                foreignPivotKey = "memberId",
                relatedPivotKey = "skillId",
                onDelete = OnDelete.DETACH)
        ToMany<Skill> skills) {}
