package dev.ananas.samples.tracker.ui;

import dev.ananas.orm.query.Query;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.Issue_;
import dev.ananas.samples.tracker.model.Label;
import dev.ananas.samples.tracker.model.Label_;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.samples.tracker.model.User;
import java.util.function.UnaryOperator;

/** Which issues are shown: a name, and what it adds to a query. */
record Filter(String name, UnaryOperator<Query<Issue>> clauses) {

    static Filter all() {
        return new Filter("All issues", query -> query);
    }

    static Filter of(Status status) {
        return new Filter(status.toString(), query -> query.where(Issue_.status.eq(status)));
    }

    static Filter of(Label label) {
        return new Filter(
                label.name(), query -> query.whereHas(Issue_.labels, some -> some.where(Label_.id.eq(label.id()))));
    }

    static Filter of(User user) {
        return new Filter(user.name(), query -> query.where(Issue_.assigneeId.eq(user.id())));
    }

    /** These of them whose title has a text in it. */
    Filter titled(String text) {
        return text.isEmpty()
                ? this
                : new Filter(name, query -> clauses.apply(query).where(Issue_.title.likeIgnoreCase("%" + text + "%")));
    }
}
