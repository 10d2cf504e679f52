package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Assembler;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Selection;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one level for one key, in order. Exists while a parent shows it, a subscription asks for it, or it lingers.
 *
 * <p>Placement tells a bucket which members come, go and change; then it decides which of them have to be built; when they
 * are, it publishes a new list if the old one would read differently. {@link WholeBucket} shows all its members and is the list
 * that is published, {@link RankedBucket} shows some of them through windows.
 */
abstract sealed class Bucket extends Published permits WholeBucket, RankedBucket {

    /** All members in order. */
    SortedSequence<Entry> members;

    private boolean scheduled;

    /** Entries that came from other buckets in the running transition, each followed by the one that showed its model there. */
    private @Nullable List<Entry> movedIn;

    Bucket(Level level, Object key) {
        super(level, key);
        this.members = SortedSequence.empty(level.plan.ordering());
    }

    static Bucket of(Level level, Object key) {
        return level.plan.windowed() ? new RankedBucket(level, key) : new WholeBucket(level, key);
    }

    /** What is published of it through a window; made if there is none. */
    abstract Published window(Selection.Window window);

    /** All that is published of it. */
    abstract Collection<? extends Published> windows();

    /** Puts off its first members until they are read or touched. */
    void sleep() {
        throw new IllegalStateException("Bucket: only a whole one can wait for its members");
    }

    /** Takes the members that were put off; whether there were any. Before the tables of the graph move on. */
    boolean wake() {
        return false;
    }

    /** Whether its members are put off. */
    boolean isDormant() {
        return false;
    }

    /** Tells a list that was put off in which tables its members are from now on; whether it was put off. */
    boolean keep(Tables tables) {
        return false;
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

    /** Publishes what changed; whether its own list is a new one. */
    abstract boolean publish();

    @Override
    void release() {
        level.release(this);
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

    /**
     * Shows a model as before that another link leads to now, wherever it stands. Only models that are put together differ
     * otherwise, and only those that do not show by which link they are reached are the same.
     */
    final void keepModels(List<Entry> went, List<Entry> came) {
        if (went.isEmpty() || came.isEmpty() || Assembler.showsStored(level.plan)) {
            return;
        }
        Map<Object, Entry> byKey = new HashMap<>();
        went.forEach(entry -> byKey.put(entry.target().key(), entry));
        for (Entry entry : came) {
            Entry before = byKey.get(entry.target().key());
            if (before != null) {
                entry.borrowsFrom(before);
            }
        }
    }

    /**
     * An entry came from another bucket, which showed its model until now; so does this one. If another link led here to the same
     * model before, that one stays instead, and which it is turns out when all entries are here.
     */
    final void moveIn(Entry entry, Entry former) {
        if (!hidesLinks()) {
            entry.borrowsFrom(former);
            return;
        }
        if (movedIn == null) {
            movedIn = new ArrayList<>(2);
        }
        movedIn.add(entry);
        movedIn.add(former);
    }

    /** After {@link #keepModels}: entries that have no model of this bucket show those of where they came from. */
    final void keepModelsMovedIn() {
        if (movedIn != null) {
            for (int i = 0; i < movedIn.size(); i += 2) {
                movedIn.get(i).borrowsFrom(movedIn.get(i + 1));
            }
            movedIn = null;
        }
    }

    /** Whether its members are reached by links and do not show by which. */
    final boolean hidesLinks() {
        return level.plan.link() != null && !Assembler.showsPivot(level.plan);
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
