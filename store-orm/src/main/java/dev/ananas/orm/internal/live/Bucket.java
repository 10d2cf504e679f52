package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.SortedSequence;
import java.util.List;

/**
 * The members of one level for one key, in order, and the list that is published of them. Exists while a parent shows it, a
 * subscription asks for it, or it lingers.
 *
 * <p>Placement tells a bucket which members come, go and change; then it decides which of them have to be built; when they
 * are, it publishes a new list if the old one would read differently. {@link WholeBucket} shows all its members,
 * {@link WindowBucket} those between an offset and a limit.
 */
abstract sealed class Bucket extends Demand permits WholeBucket, WindowBucket {
    final Level level;
    final Routes routes = new Routes();

    /** All members in order. */
    SortedSequence<Entry> members;

    ToMany<Object> list = ToMany.of();
    private boolean scheduled;

    Bucket(Level level, Object key) {
        super(key);
        this.level = level;
        this.members = SortedSequence.empty(level.plan.ordering());
    }

    static Bucket of(Level level, Object key) {
        return level.plan.isWindowed() ? new WindowBucket(level, key) : new WholeBucket(level, key);
    }

    /** Takes its first members, in order. */
    abstract void hydrate(List<Entry> entries);

    /** A member came; its entry is not built. */
    abstract void enter(Member member);

    /** A member went. */
    abstract void leave(Member member);

    /** A member has a pending entry. */
    abstract void change(Member member);

    /** Whether a member is among those that are published. */
    abstract boolean shows(Member member);

    /** All members of this transition are placed: queues those that have to be built. */
    abstract void arrange();

    /** A queued member was built: its entry is the new one, and may read differently than the one before. */
    abstract void built(Member member, Entry before, boolean readsDifferently);

    /** Publishes what changed; whether the list is a new one. */
    abstract boolean publish();

    @Override
    Level level() {
        return level;
    }

    @Override
    void release() {
        level.release(this);
    }

    @Override
    boolean isUsed() {
        return routes.size() > 0 || !subscriptions.isEmpty();
    }

    /** Marks this bucket for publication in the running transition. */
    final void schedule() {
        if (!scheduled) {
            scheduled = true;
            level.changed.add(this);
        }
    }

    final boolean settleAndPublish() {
        scheduled = false;
        return publish();
    }

    final SortedSequence<Entry> patch(List<Entry> removed, List<Entry> added) {
        if (removed.size() > 1) {
            removed.sort(level.plan.ordering());
        }
        if (added.size() > 1) {
            added.sort(level.plan.ordering());
        }
        SortedSequence<Entry> next = members.patch(removed, added);
        removed.clear();
        added.clear();
        return next;
    }
}
