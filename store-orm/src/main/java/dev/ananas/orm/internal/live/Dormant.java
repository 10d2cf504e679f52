package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.list.DeferredList;
import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.internal.plan.Matching;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.collection.SortedSequence;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The list of a bucket whose members nobody has needed yet. They are found in the tables when the list is read, or when a
 * change touches the bucket, whichever comes first.
 *
 * <p><b>In which tables?</b> The list belongs to one version, and whoever holds it may read it many versions later. But until
 * a change touches the bucket its members are the same in every version, so any of these will do, and the graph keeps the
 * newest for all dormant lists together: none of them holds an old state. Before the graph moves on to the tables after a
 * transition, every list that the transition touches has its members, found in the tables before; and a bucket that is
 * released, and hears of no more changes, is given the tables of that moment for its own.
 *
 * <p><b>Readers do not lock.</b> A reader takes the tables of the graph first and then looks for tables of its own. Own ones
 * were set before the graph moved on, so a reader that sees too new ones of the graph sees its own as well. Members that were
 * found in too new tables lose against those that were set before: the first members stay, for engine and readers alike.
 */
final class Dormant extends DeferredList {
    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<Dormant, SortedSequence> MEMBERS =
            AtomicReferenceFieldUpdater.newUpdater(Dormant.class, SortedSequence.class, "members");

    private final Level level;
    private final Object key;
    private volatile @Nullable SortedSequence<Entry> members;
    private volatile @Nullable Tables own;

    /** The members as a list; made twice at worst, by threads that read at once. */
    private @Nullable ResultList view;

    Dormant(Level level, Object key) {
        this.level = level;
        this.key = key;
    }

    /** The members, shown. */
    SortedSequence<Entry> members(Work work) {
        SortedSequence<Entry> known = members;
        if (known != null) {
            return known;
        }
        Tables latest = level.graph.settled();
        Tables kept = own;
        MEMBERS.compareAndSet(this, null, found(kept == null ? latest : kept, work));
        own = null;
        return Objects.requireNonNull(members);
    }

    private SortedSequence<Entry> found(Tables tables, Work work) {
        List<Entry> entries = new Matching(tables, work).bucket(level.plan, key);
        entries.replaceAll(level::shown);
        return SortedSequence.ofSorted(level.plan.ordering(), entries);
    }

    /** Keeps the tables in which the members are, for the time when changes are not told any more. */
    void keep(Tables tables) {
        own = tables;
        if (members != null) {
            own = null;
        }
    }

    @Override
    public ResultList wrapped() {
        ResultList known = view;
        if (known == null) {
            known = new ResultList(members(new Work()));
            view = known;
        }
        return known;
    }
}
