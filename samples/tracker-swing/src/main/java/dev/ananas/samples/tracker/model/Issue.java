package dev.ananas.samples.tracker.model;

import dev.ananas.orm.model.BelongsTo;
import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Default;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.HasMany;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to do.
 *
 * @param labels each with who added it when
 * @param comments what was said, oldest first
 */
@Entity("issues")
public record Issue(
        @Id Integer id,
        String title,
        @Default("OPEN") Status status,
        @Nullable Integer assigneeId,
        LocalDate created,
        @BelongsTo(foreignKey = "assigneeId") ToOne<User> assignee,

        @BelongsToMany(
                pivot = IssueLabel.class,
                foreignPivotKey = "issueId",
                relatedPivotKey = "labelId",
                onDelete = OnDelete.DETACH)
        ToMany<Label> labels,

        @HasMany(foreignKey = "issueId", onDelete = OnDelete.CASCADE)
        ToMany<Comment> comments) {}
