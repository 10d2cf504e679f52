package dev.ananas.samples.tracker.model;

import dev.ananas.orm.model.BelongsTo;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.view.ToOne;
import java.time.LocalDate;

/** What somebody said about an issue. */
@Entity("comments")
public record Comment(
        @Id Integer id,
        Integer issueId,
        Integer authorId,
        String text,
        LocalDate date,
        @BelongsTo(foreignKey = "authorId") ToOne<User> author) {}
