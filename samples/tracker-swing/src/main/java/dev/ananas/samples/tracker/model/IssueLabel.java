package dev.ananas.samples.tracker.model;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That an issue has a label, who added it, and when. */
@Entity("issueLabels")
public record IssueLabel(
        @Id Integer issueId,
        @Id Integer labelId,
        String addedBy,
        @Nullable LocalDate addedOn) {}
