package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Assembler;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Selection;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.RowChange;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One plan at run time: its buckets in demand, and which members each driving row has in them.
 *
 * <p><b>Settling</b> one transition has four steps. The walk back finds the driving rows that may have changed; each is
 * decided again from the new state alone, and its members leave, enter or change their buckets; then the buckets decide
 * which members are visible and these are built, with the buckets of their includes, which settled before; last, every
 * bucket that reads differently publishes one list and marks the parents that show it. However many rows changed, a member
 * is built once and a list published once.
 *
 * <p><b>A driving row</b> is the pivot where there is one, the model's own row otherwise. It has mostly one member, and as
 * many as its pivot leads to models where the related key is not unique.
 *
 * <p>Used under the writer's lock only.
 */
final class Level extends LiveLevel {
    final Map<Object, Bucket> buckets = new HashMap<>();
    final List<Bucket> changed = new ArrayList<>();

    private final Includes includes;
    private final boolean keyedByDriving;
    private final WalkBack walkBack;
    private final Dormancy dormancy = new Dormancy(this);
    private final boolean defers;
    private final Membership members;
    private Set<Object> touched = Set.of();
    private final List<Member> queue = new ArrayList<>();
    /** Levels that include this one. */
    private int parents;

    Level(LiveGraph graph, Plan plan) {
        super(graph, plan);
        this.walkBack = new WalkBack(plan);
        this.keyedByDriving = plan.isKeyedByDriving();
        this.defers = Dormancy.isFor(plan);
        this.members = defers ? new PassingMembership(this) : new StandingMembership();
        this.includes = new Includes(graph, plan);
    }

    // Demand

    @Override
    Published acquire(Object key, Selection.Window window) {
        return bucket(key).window(window);
    }

    /** As {@link #acquire}, with its members: they may be read under the lock from now on. */
    @Override
    Published open(Object key, Selection.Window window) {
        Bucket bucket = bucket(key);
        dormancy.wake(bucket);
        return bucket.window(window);
    }

    private Bucket bucket(Object key) {
        Bucket bucket = buckets.get(key);
        if (bucket != null) {
            return bucket;
        }
        Bucket opened = Bucket.of(this, key);
        if (defers) {
            dormancy.add(opened);
            buckets.put(key, opened);
            return opened;
        }
        List<Entry> entries = graph.matching().bucket(plan, key);
        buckets.put(key, opened);
        try {
            opened.hydrate(entries);
        } catch (RuntimeException | Error failed) {
            entries.forEach(entry -> forget(opened, entry));
            buckets.remove(key);
            forgetIfUnused();
            throw failed;
        }
        return opened;
    }

    private void forget(Bucket bucket, Entry entry) {
        Member member = members.find(bucket, entry);
        if (member != null) {
            members.remove(member);
            hide(member);
        }
    }

    /** Forgets a bucket that nobody needs, and what its members alone needed. */
    void release(Bucket bucket) {
        if (!dropped && buckets.get(bucket.key) == bucket) {
            buckets.remove(bucket.key);
            dormancy.release(bucket);
            if (!defers) {
                bucket.members.forEach(entry -> forget(bucket, entry));
            }
            forgetIfUnused();
        }
    }

    private void forgetIfUnused() {
        if (buckets.isEmpty() && parents == 0 && !dropped) {
            dropped = true;
            graph.forget(this);
            includes.forget();
        }
    }

    /** Another level includes this one. */
    void include() {
        parents++;
    }

    /** A level that included this one is gone. */
    void exclude() {
        parents--;
        forgetIfUnused();
    }

    @Override
    Collection<Published> demands() {
        List<Published> published = new ArrayList<>(buckets.size());
        buckets.values().forEach(bucket -> published.addAll(bucket.windows()));
        return published;
    }

    @Override
    int members() {
        return buckets.values().stream()
                .mapToInt(bucket -> bucket.members.size())
                .sum();
    }

    @Override
    int routes() {
        return buckets.values().stream()
                .mapToInt(bucket -> bucket.routes.size())
                .sum();
    }

    /** The members in all buckets. */
    Membership membership() {
        return members;
    }

    @Override
    void abandon() {
        dropped = true;
        buckets.values().forEach(dormancy::release);
        members.forEach(Member::unbind);
        includes.forget();
    }

    @Override
    boolean includes(LiveLevel other) {
        return includes.contains(other);
    }

    // Placement

    @Override
    void touch(ChangeSet changes, Tables tables) {
        touched = walkBack.touched(changes, tables, buckets.keySet());
        dormancy.wakeAround(touched, changes, tables);
    }

    @Override
    void settle(ChangeSet changes, Tables tables) {
        touched.forEach(driving -> place(driving, tables));
        for (RowChange change : changes.of(plan.drivingTable().name())) {
            if (walkBack.isUndecided(change) && !touched.contains(change.key())) {
                rewrite(tables, change.key());
            }
        }
        touched = Set.of();
        for (Bucket bucket : changed) {
            bucket.arrange();
        }
        for (int i = 0; i < queue.size(); i++) {
            Member member = queue.get(i);
            member.queued = false;
            if (!member.gone && member.bucket.shows(member)) {
                Entry before = member.entry;
                boolean differs = build(member);
                member.bucket.built(member, before, differs);
            }
        }
        queue.clear();
        for (int i = 0; i < changed.size(); i++) {
            Bucket bucket = changed.get(i);
            SortedSequence<Entry> before = bucket.members;
            if (bucket.settleAndPublish()) {
                graph.published(bucket);
            } else if (bucket.members != before) {
                graph.changed(bucket);
            }
        }
        changed.clear();
    }

    private void place(Object drivingKey, Tables tables) {
        TableRow driving = tables.table(plan.drivingTable()).get(drivingKey);
        Member old = members.of(drivingKey);
        List<Entry> now = new ArrayList<>(1);
        if (driving != null && (old != null || isDemanded(driving))) {
            graph.matching().members(plan, driving, now::add);
        }
        List<Entry> left = List.of();
        for (Member member = old; member != null; ) {
            Member next = member.sibling;
            if (!keeps(member, now)) {
                if (member.isBuilt()) {
                    left = left.isEmpty() ? new ArrayList<>(1) : left;
                    left.add(member.entry);
                }
                members.remove(member);
                member.gone = true;
                member.bucket.leave(member);
                hide(member);
            }
            member = next;
        }
        for (Entry entry : now) {
            Object key = plan.keyOf(entry.link(), entry.target());
            Bucket bucket = key == null ? null : buckets.get(key);
            if (bucket != null) {
                Member member = new Member(bucket, entry);
                member.former = former(left, entry);
                members.add(member);
                bucket.enter(member);
            }
        }
    }

    /** What another bucket showed for the same model until now: a union of both may read as before. */
    private static @Nullable Entry former(List<Entry> left, Entry entered) {
        for (Entry entry : left) {
            if (entry.target().key().equals(entered.target().key())) {
                return entry;
            }
        }
        return null;
    }

    /** A model was written again in columns that decide nothing: its members stay where they are, with the newest row. */
    private void rewrite(Tables tables, Object key) {
        Member first = plan.via() == null ? members.of(key) : null;
        for (Member member = first; member != null; member = member.sibling) {
            TableRow row = Objects.requireNonNull(tables.table(plan.table()).get(key));
            if (member.latest().target() != row) {
                member.pending = member.latest().rewritten(row);
                member.bucket.change(member);
            }
        }
    }

    /** Whether anyone asked for the bucket of a row, as far as the row alone can tell. */
    private boolean isDemanded(TableRow driving) {
        if (!keyedByDriving) {
            return !buckets.isEmpty();
        }
        Object key = plan.keyOf(driving, driving);
        return key != null && buckets.containsKey(key);
    }

    /** Whether a member stays in its bucket; takes its new entry out of {@code now} and tells the bucket if it differs. */
    private boolean keeps(Member member, List<Entry> now) {
        for (int i = 0; i < now.size(); i++) {
            Entry entry = now.get(i);
            if (entry.target().key().equals(member.entry.target().key())
                    && member.bucket.key.equals(plan.keyOf(entry.link(), entry.target()))) {
                now.remove(i);
                if (entry.target() != member.entry.target()
                        || entry.link() != member.entry.link()
                        || !plan.counts().isEmpty()
                        || plan.ordering().compare(entry, member.entry) != 0) {
                    member.pending = entry;
                    member.bucket.change(member);
                }
                return true;
            }
        }
        return false;
    }

    /** The member that an entry of a bucket belongs to. */
    Member memberOf(Bucket bucket, Entry entry) {
        return Objects.requireNonNull(members.find(bucket, entry), "Level: no member for a ranked entry");
    }

    // Building

    void queue(Member member) {
        if (!member.queued) {
            member.queued = true;
            queue.add(member);
        }
    }

    /** Shows a member, with its newest rows and the current lists of its includes; whether it reads differently than before. */
    boolean build(Member member) {
        Entry rows = member.latest();
        Entry before = member.entry;
        Entry former = member.former;
        boolean stale = member.stale;
        boolean[] exchanged = includes.bind(member, rows);
        long[] counts = graph.matching().counts(plan, rows.target());
        boolean same = before.showsCounts(counts)
                && (exchanged != null || !stale)
                && Assembler.readAlike(plan, before, rows)
                && (exchanged == null || before.shows(includes.showing(member, counts), exchanged, stale));
        if (same) {
            member.entry = rows.shownLike(before);
        } else {
            graph.work().built();
            member.entry = rows.shown(includes.showing(member, counts));
            if (former != null) {
                member.bucket.moveIn(member.entry, former);
            }
        }
        member.pending = null;
        member.former = null;
        return !same;
    }

    /** An entry of a level without includes and counts, shown. */
    Entry shown(Entry entry) {
        return entry.shown(includes.none());
    }

    /** A member is not shown any more: lets go of its includes and of its model. */
    void hide(Member member) {
        member.unbind();
        member.entry = member.latest().hidden();
        member.pending = null;
        member.former = null;
        member.stale = false;
    }
}
