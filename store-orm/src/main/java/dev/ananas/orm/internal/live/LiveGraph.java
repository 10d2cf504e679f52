package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.internal.plan.Located;
import dev.ananas.orm.internal.plan.Matching;
import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.LiveDescription;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.query.Selection;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.Transition;
import dev.ananas.store.Versioned;
import dev.ananas.store.collection.SortedSequence;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import dev.ananas.store.spi.StoreKernel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * All levels in demand, and the order in which they settle.
 *
 * <p>Equal plans share a level. A transition visits only the levels that read a changed table, and then the levels above
 * those whose lists changed, lower ones first: when a parent builds, the lists it includes are final. Subscriptions are
 * answered after all levels settled, in the order in which they were opened, and only if their answer is another one.
 *
 * <p>Everything here runs under the writer's lock.
 */
public final class LiveGraph implements Settler {
    private final StoreKernel kernel;
    private final Supplier<Tables> committed;
    private final Map<Plan, LiveLevel> levels = new HashMap<>();
    private final Map<String, List<LiveLevel>> readers = new HashMap<>();
    private final List<List<LiveLevel>> pending = new ArrayList<>();
    private final List<Subscription<?>> dirty = new ArrayList<>();
    private final Work work = new Work();
    private @Nullable Matching matching;
    private final Lifetimes lifetimes;
    private final OpaqueWatch opaque;
    private final LastTransition last = new LastTransition();

    /** The tables that all levels are in line with; those before a transition until it is known what it touches. */
    private volatile @Nullable Tables settled;

    private @Nullable Tables before;
    private long subscribed;

    /**
     * A graph without levels.
     *
     * @param committed answers the tables of the last commit
     * @param warnings told about queries that cost more than they should
     */
    public LiveGraph(StoreKernel kernel, Supplier<Tables> committed, Consumer<String> warnings) {
        this.kernel = kernel;
        this.committed = committed;
        this.lifetimes = new Lifetimes(kernel);
        this.opaque = new OpaqueWatch(warnings);
    }

    /** The answer to a question about some buckets, now and whenever it changed. */
    public <T> Flux<Versioned<T>> live(List<Located> parts, Question.Combine<T> combine) {
        return kernel.flux(source(parts, combine));
    }

    /** As {@link #live}, for subscribers inside the store. */
    public <T> LiveSource<Versioned<T>> source(List<Located> parts, Question.Combine<T> combine) {
        return new LiveAnswer<>(this, List.copyOf(parts), combine);
    }

    /** As {@link #live}, of parts that may be exchanged for others of the same kind. */
    public <T> MovableAnswer<T> movable(List<Located> parts, Question.Combine<T> combine) {
        return new MovableAnswer<>(kernel, new LiveAnswer<>(this, List.copyOf(parts), combine), List.copyOf(parts));
    }

    /** What the last transition, and openings since, cost. */
    public Work work() {
        return work;
    }

    @Override
    public void settle(Transition transition, Publication publication) {
        ChangeSet changes = transition.changes();
        Tables tables = committed.get();
        if (levels.isEmpty() || changes.isEmpty()) {
            settled = tables;
            return;
        }
        last.is(transition);
        work.reset();
        lifetimes.hold();
        matching = new Matching(tables, work);
        for (String table : changes.tables()) {
            for (LiveLevel level : readers.getOrDefault(table, Collections.emptyList())) {
                schedule(level);
            }
        }
        for (List<LiveLevel> height : pending) {
            for (LiveLevel level : height) {
                attempt(level, LiveLevel::touch, changes, tables);
            }
        }
        before = settled();
        settled = tables;
        for (int height = 0; height < pending.size(); height++) {
            List<LiveLevel> at = pending.get(height);
            for (int i = 0; i < at.size(); i++) {
                LiveLevel level = at.get(i);
                level.scheduled = false;
                attempt(level, LiveLevel::settle, changes, tables);
            }
            at.clear();
        }
        before = null;
        lifetimes.letGo();
        publish(transition.version(), publication);
    }

    private void attempt(LiveLevel level, LiveLevel.Step step, ChangeSet changes, Tables tables) {
        if (level.dropped) {
            return;
        }
        level.works(last.version(), work);
        try {
            step.take(level, changes, tables);
        } catch (RuntimeException | Error failed) {
            drop(level, failed);
        }
        level.worked(work);
    }

    /** Fails every query that shows a level, directly or through a parent; other levels go on. */
    private void drop(LiveLevel failing, Throwable cause) {
        List<LiveLevel> failed = new ArrayList<>();
        failed.add(failing);
        for (int i = 0; i < failed.size(); i++) {
            for (LiveLevel level : levels.values()) {
                if (level.includes(failed.get(i)) && !failed.contains(level)) {
                    failed.add(level);
                }
            }
        }
        RuntimeException error = new IllegalStateException(
                "A live query failed while it was brought up to date and has ended: " + failing.plan, cause);
        for (LiveLevel level : failed) {
            forget(level);
            level.abandon();
        }
        for (LiveLevel level : failed) {
            for (Demand demand : level.demands()) {
                List.copyOf(demand.subscriptions).forEach(subscription -> subscription.fail(error));
            }
        }
    }

    private void publish(long version, Publication publication) {
        if (dirty.size() > 1) {
            dirty.sort((a, b) -> Long.compare(a.number(), b.number()));
        }
        for (Subscription<?> subscription : dirty) {
            answer(subscription, version, publication);
        }
        dirty.clear();
    }

    static <T> void answer(Subscription<T> subscription, long version, Publication publication) {
        subscription.dirty = false;
        try {
            if (!subscription.failed() && subscription.refresh()) {
                publication.add(subscription.slot(), new Versioned<>(version, subscription.answer()));
            }
        } catch (RuntimeException | Error failed) {
            subscription.fail(failed);
        }
    }

    /** A bucket has a new list: its subscriptions are asked again, and the parents that show it are built again. */
    void published(Published bucket) {
        work.published();
        changed(bucket);
        bucket.routes.forEach(parent -> {
            Level level = parent.bucket.level;
            parent.stale = true;
            level.queue(parent);
            schedule(level);
        });
    }

    /** A number is another one. */
    void published(Tally tally) {
        work.published();
        changed(tally);
    }

    /** Members changed, even if their list reads as before: subscriptions are asked again. */
    void changed(Demand demand) {
        for (Subscription<?> subscription : demand.subscriptions) {
            if (!subscription.dirty) {
                subscription.dirty = true;
                dirty.add(subscription);
            }
        }
    }

    /** A version of a list, whose models are counted when an answer is made of them. */
    Found found(List<Object> list, SortedSequence<Entry> members) {
        return new Found.Members<>(list, members, entry -> Objects.requireNonNull(entry.value()), work::summarized);
    }

    private void schedule(LiveLevel level) {
        if (!level.scheduled) {
            level.scheduled = true;
            while (pending.size() <= level.height) {
                pending.add(new ArrayList<>());
            }
            pending.get(level.height).add(level);
        }
    }

    /** The level of a plan. */
    LiveLevel level(Plan plan) {
        LiveLevel known = levels.get(plan);
        if (known != null) {
            return known;
        }
        LiveLevel level = plan.wanted() == Question.Wanted.NUMBER ? new CountLevel(this, plan) : new Level(this, plan);
        levels.put(plan, level);
        opaque.opened(plan);
        tablesOf(plan).forEach(table -> readersOf(table).add(level));
        return level;
    }

    /** The tables whose changes a level has to hear of. */
    static Set<TableSchema> tablesOf(Plan plan) {
        Set<TableSchema> tables = new LinkedHashSet<>();
        tables.add(plan.drivingTable());
        plan.paths().forEach(path -> tables.add(path.end()));
        return tables;
    }

    private List<LiveLevel> readersOf(TableSchema table) {
        return readers.computeIfAbsent(table.name(), name -> new ArrayList<>());
    }

    void forget(LiveLevel level) {
        levels.remove(level.plan);
        opaque.closed(level.plan);
        tablesOf(level.plan).forEach(table -> readersOf(table).remove(level));
    }

    Demand acquire(Plan plan, Object key, Selection.Window window) {
        Tables tables = committed.get();
        settled = tables;
        matching = new Matching(tables, work);
        return lifetimes.resumed(level(plan).open(key, window));
    }

    /** How long buckets and numbers live that nobody needs. */
    Lifetimes lifetimes() {
        return lifetimes;
    }

    Matching matching() {
        if (matching == null) {
            throw new IllegalStateException(
                    "LiveGraph: no state to match against outside of a transition or an opening");
        }
        return matching;
    }

    long nextNumber() {
        return subscribed++;
    }

    long version() {
        return kernel.version();
    }

    /** The tables that unread lists are found in. Any thread. */
    Tables settled() {
        return Objects.requireNonNull(settled, "LiveGraph: no level was opened yet");
    }

    /** The tables before the transition that is being settled. */
    Tables before() {
        return Objects.requireNonNull(before, "LiveGraph: no transition is being settled");
    }

    /** The tables of the last commit. */
    Tables committed() {
        return committed.get();
    }

    /** What there is now; waits for the writer. */
    public LiveDescription describe() {
        return kernel.exclusively(() -> last.describe(levels.values()));
    }

    Collection<LiveLevel> levels() {
        return levels.values();
    }

    /** Buckets in demand or lingering, in all levels. */
    public int bucketCount() {
        return levels.values().stream()
                .mapToInt(level -> level.demands().size())
                .sum();
    }

    public int levelCount() {
        return levels.size();
    }

    @Override
    public void close() {
        levels.values().forEach(level -> level.demands().forEach(lifetimes::resumed));
        lifetimes.close();
        levels.clear();
        readers.clear();
    }
}
