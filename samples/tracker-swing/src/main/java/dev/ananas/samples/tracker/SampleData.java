package dev.ananas.samples.tracker;

import dev.ananas.orm.Database;
import dev.ananas.orm.Links;
import dev.ananas.samples.tracker.model.Comment_;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.IssueLabel;
import dev.ananas.samples.tracker.model.IssueLabel_;
import dev.ananas.samples.tracker.model.Issue_;
import dev.ananas.samples.tracker.model.Label;
import dev.ananas.samples.tracker.model.Label_;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.samples.tracker.model.User_;
import java.time.LocalDate;
import java.util.List;

/** Issues of a team that makes a text editor. */
final class SampleData {
    private static final List<String> PEOPLE =
            List.of("Mara Lind", "Jon Okafor", "Wei Zhang", "Lucía Ramos", "Priya Nair");
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    private static final List<Label> LABELS = List.of(
            Label_.of(1, "bug", "#e5484d"),
            Label_.of(2, "feature", "#3e63dd"),
            Label_.of(3, "performance", "#f76b15"),
            Label_.of(4, "design", "#8e4ec6"),
            Label_.of(5, "docs", "#30a46c"),
            Label_.of(6, "good first issue", "#0091ff"));

    private static final List<String> TITLES = List.of(
            "Undo forgets the cursor after a paste",
            "Split view: drag a tab to the edge",
            "Opening a 2 GB log takes eleven seconds",
            "Contrast of comments in the dark theme is too low",
            "Explain how projects are found",
            "Crash when a file vanishes while it is saved",
            "Multiple cursors from a search",
            "Line numbers jump while scrolling fast",
            "Spell checking in comments only",
            "The welcome page overlaps on small screens",
            "Keyboard shortcuts cannot be printed",
            "Find in files keeps stale results",
            "Remember folded sections between sessions",
            "Typing lags with more than 40 plug-ins",
            "Icons for Kotlin and Zig files",
            "Preview of images in a hover",
            "Formatter removes trailing comments",
            "A guide for plug-in authors",
            "Autosave writes to read-only folders",
            "Rename a symbol across files",
            "Memory grows while the diff view is open",
            "Tabs: close all to the right",
            "Emoji are cut in the status bar",
            "Round trip of Windows line ends");

    private static final List<String> REMARKS = List.of(
            "I can reproduce this on a fresh profile.",
            "The fix is on a branch, tests are still missing.",
            "Let us do this after the release.",
            "Happens only when the file is on a network drive.",
            "Looks good to me. Could we add a line to the manual?");

    private SampleData() {}

    static void load(Database db) {
        for (int i = 0; i < PEOPLE.size(); i++) {
            db.repository(User_.ENTITY).insert(User_.of(i + 1, PEOPLE.get(i)));
        }
        db.repository(Label_.ENTITY).insertAll(LABELS);
        Links<Issue, Label, IssueLabel> links = db.repository(Issue_.ENTITY).relation(Issue_.labels);
        int comment = 1;
        for (int i = 0; i < TITLES.size(); i++) {
            int id = i + 1;
            LocalDate created = START.plusDays(i * 3L);
            Integer assignee = i % 6 == 5 ? null : i % 5 + 1;
            Status status = i % 4 == 1 ? Status.IN_PROGRESS : i % 5 == 2 ? Status.DONE : Status.OPEN;
            db.repository(Issue_.ENTITY).insert(Issue_.of(id, TITLES.get(i), status, assignee, created));
            label(links, id, i % 6 + 1, i);
            if (i % 3 == 0) {
                label(links, id, (i + 2) % 6 + 1, i + 1);
            }
            for (int n = 0; n < (i * 7) % 4; n++) {
                db.repository(Comment_.ENTITY)
                        .insert(Comment_.of(
                                comment++, id, (i + n) % 5 + 1, REMARKS.get((i + n) % 5), created.plusDays(n + 1L)));
            }
        }
    }

    private static void label(Links<Issue, Label, IssueLabel> links, int issue, int label, int who) {
        links.attach(
                issue,
                label,
                IssueLabel_.addedBy.to(PEOPLE.get(who % 5)).and(IssueLabel_.addedOn.to(START.plusDays(issue * 3L))));
    }
}
