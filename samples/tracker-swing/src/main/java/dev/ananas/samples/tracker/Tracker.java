package dev.ananas.samples.tracker;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.query.Query;
import dev.ananas.samples.tracker.model.Comment;
import dev.ananas.samples.tracker.model.Comment_;
import dev.ananas.samples.tracker.model.Issue;
import dev.ananas.samples.tracker.model.IssueLabel_;
import dev.ananas.samples.tracker.model.Issue_;
import dev.ananas.samples.tracker.model.Label;
import dev.ananas.samples.tracker.model.Label_;
import dev.ananas.samples.tracker.model.Status;
import dev.ananas.samples.tracker.model.User;
import dev.ananas.samples.tracker.model.User_;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Optimistic;
import dev.ananas.store.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What a user can do. Everything is shown at once, and taken back if the server refuses it. */
public final class Tracker implements AutoCloseable {
    private final Store store =
            Store.builder().history(HistoryOptions.defaults()).build();
    private final Database db =
            Database.on(store, Issue_.ENTITY, Label_.ENTITY, IssueLabel_.ENTITY, Comment_.ENTITY, User_.ENTITY);
    private final Repository<Issue> issues = db.repository(Issue_.ENTITY);
    private final Repository<Label> labels = db.repository(Label_.ENTITY);
    private final Repository<Comment> comments = db.repository(Comment_.ENTITY);
    private final Repository<User> users = db.repository(User_.ENTITY);
    private final Server server;
    private final User me;
    private final Sinks.Many<News> news = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger pending = new AtomicInteger();

    /**
     * How things stand with the server.
     *
     * @param pending how many changes it has not answered
     * @param refused why the last change was taken back; null if it was not
     */
    public record News(int pending, @Nullable String refused) {}

    /** A tracker with the sample data. */
    public Tracker(Server server) {
        this.server = server;
        store.transaction("load", () -> SampleData.load(db));
        this.me = users.find(1).orElseThrow();
        store.history().clear();
    }

    public Store store() {
        return store;
    }

    public Database database() {
        return db;
    }

    public Server server() {
        return server;
    }

    public Repository<Issue> issues() {
        return issues;
    }

    /** Issues with everything a row shows, the newest first. */
    public Query<Issue> shownIssues() {
        return issues.query()
                .with(Issue_.assignee)
                .with(Issue_.labels, some -> some.orderBy(Label_.id))
                .with(Issue_.comments, some -> some.with(Comment_.author).orderBy(Comment_.id))
                .orderBy(Issue_.id.desc());
    }

    public Query<Label> labels() {
        return labels.query().orderBy(Label_.id);
    }

    public Query<User> users() {
        return users.query().orderBy(User_.name);
    }

    /** What the server answers: whenever something is sent, confirmed or refused. */
    public Flux<News> news() {
        return news.asFlux();
    }

    public void setStatus(Issue issue, Status status) {
        send(
                "#" + issue.id() + " is " + status.toString().toLowerCase(Locale.ROOT),
                () -> issues.update(issue.id(), Issue_.status.to(status)));
    }

    public void assign(Issue issue, @Nullable User user) {
        send(
                "#" + issue.id() + (user == null ? " unassigned" : " to " + user.name()),
                () -> issues.update(issue.id(), Issue_.assigneeId.to(user == null ? null : user.id())));
    }

    /** Adds a label, today and by the user of this tracker, or removes it. */
    public void label(Issue issue, Label label, boolean has) {
        send((has ? "Label " : "No longer ") + label.name() + " on #" + issue.id(), () -> {
            if (has) {
                issues.relation(Issue_.labels)
                        .attach(
                                issue.id(),
                                label.id(),
                                IssueLabel_.addedBy
                                        .to(me.name())
                                        .and(IssueLabel_.addedOn.to(LocalDate.now(ZoneId.systemDefault()))));
            } else {
                issues.relation(Issue_.labels).detach(issue.id(), List.of(label.id()));
            }
        });
    }

    public void comment(Issue issue, String text) {
        send(
                "Comment on #" + issue.id(),
                () -> comments.insert(Comment_.of(
                        nextId(comments.query().max(Comment_.id).get()),
                        issue.id(),
                        me.id(),
                        text,
                        LocalDate.now(ZoneId.systemDefault()))));
    }

    /**
     * A new issue without assignee, labels and comments.
     *
     * @return its id
     */
    public int create(String title) {
        int id = nextId(issues.query().max(Issue_.id).get());
        send(
                "New issue #" + id,
                () -> issues.insert(Issue_.of(id, title, Status.OPEN, null, LocalDate.now(ZoneId.systemDefault()))));
        return id;
    }

    private static int nextId(Optional<Integer> last) {
        return last.orElse(0) + 1;
    }

    private void send(String what, Runnable writes) {
        Optimistic<Void> sent = store.optimistic(what, writes, server.confirm(what));
        tell(new News(pending.incrementAndGet(), null));
        sent.outcome()
                .subscribe(
                        outcome -> tell(new News(
                                pending.decrementAndGet(),
                                outcome instanceof Optimistic.RolledBack<Void> back
                                        ? back.cause().getMessage()
                                        : null)),
                        closed -> {});
    }

    private synchronized void tell(News latest) {
        news.tryEmitNext(latest);
    }

    @Override
    public void close() {
        store.close();
    }
}
