package dev.ananas.samples.tracker.model;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Pivot;
import dev.ananas.orm.view.ToMany;
import org.jspecify.annotations.Nullable;

/**
 * A label.
 *
 * @param color as in {@code #3b82f6}
 * @param added who added it when, if the label is one of an issue
 */
@Entity("labels")
public record Label(
        @Id Integer id,
        String name,
        String color,
        @Pivot @Nullable IssueLabel added,

        @BelongsToMany(pivot = IssueLabel.class, foreignPivotKey = "labelId", relatedPivotKey = "issueId")
        ToMany<Issue> issues) {}
