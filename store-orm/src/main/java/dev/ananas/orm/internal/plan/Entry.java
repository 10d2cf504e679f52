package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.list.Shown;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.view.ToMany;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One member of a level: the row, the pivot through which it was reached, what it is sorted by, and, once it is shown, the
 * lists of its includes. What it says never changes; a change of a member makes a new entry.
 *
 * <p><b>The model is built when it is read for the first time</b>, by whatever thread reads it, out of nothing but what the
 * entry holds. Of several threads that build at once one wins, so that everybody gets the same instance for good. What a
 * constructor throws reaches the reader, and the next one tries again; nothing else depends on it. Since a model may not exist
 * yet, whether a member changed is not a matter of models: an entry that reads like its predecessor borrows the model of it,
 * be it built or not.
 */
public class Entry implements Shown {
    private static final AtomicReferenceFieldUpdater<Entry, Object> MODEL =
            AtomicReferenceFieldUpdater.newUpdater(Entry.class, Object.class, "model");

    private final @Nullable TableRow link;
    private final TableRow target;
    private final @Nullable Showing showing;

    /** The model, or the entry whose model it is, or null until somebody reads it. */
    private volatile @Nullable Object model;

    /**
     * What makes a model of rows.
     *
     * @param plan the plan of the member
     * @param counts the counts of the plan
     * @param lists the list of each include
     */
    public record Showing(Plan plan, long[] counts, ToMany<?>... lists) {}

    /**
     * A member that is not shown yet.
     *
     * @param link the pivot row, or null where the level has none
     * @param target the row of the model
     */
    Entry(@Nullable TableRow link, TableRow target) {
        this(link, target, null);
    }

    Entry(@Nullable TableRow link, TableRow target, @Nullable Showing showing) {
        this.link = link;
        this.target = target;
        this.showing = showing;
    }

    /** The same member at the same place, not built yet, shown in some way or not at all. */
    Entry with(TableRow row, @Nullable Showing now) {
        return new Entry(link, row, now);
    }

    /** The same member, shown. */
    public Entry shown(Showing now) {
        return with(target, now);
    }

    /** The same member, shown with the lists and the model of an entry that reads like it. */
    public Entry shownLike(Entry before) {
        Entry same = with(target, before.showing);
        Object known = before.model;
        same.model = known == null ? before : known;
        return same;
    }

    /** The same member of a model that was written again, which its order does not read; not shown. */
    public Entry rewritten(TableRow row) {
        return with(row, null);
    }

    /** The same member, not shown any more. */
    public Entry hidden() {
        return isShown() ? with(target, null) : this;
    }

    /**
     * Whether it shows lists that read like these. Only a hidden key leads to another bucket unnoticed, so only then models are
     * compared; a list of the same bucket has changed if it is another one.
     *
     * @param now the lists by now
     * @param exchanged the includes whose bucket is another one
     * @param stale whether a list of the other includes may have changed
     */
    public boolean shows(Showing now, boolean[] exchanged, boolean stale) {
        ToMany<?>[] before = Objects.requireNonNull(showing).lists();
        for (int i = 0; i < exchanged.length; i++) {
            ToMany<?> list = now.lists()[i];
            boolean alike = exchanged[i] ? list.equals(before[i]) : !stale || list == before[i];
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    /** Whether it shows these counts. */
    public boolean showsCounts(long[] counts) {
        return showing != null && Arrays.equals(showing.counts(), counts);
    }

    /**
     * Whether it shows the same as an entry that another link may have led to: the same model, counts and lists, whatever is hidden.
     * If so, and if it has no model yet, it takes the one of that entry.
     */
    public boolean borrowsFrom(Entry other) {
        Showing now = showing;
        Showing then = other.showing;
        if (now == null || then == null || !readsLike(now.plan(), other)) {
            return false;
        }
        if (!Arrays.equals(now.counts(), then.counts()) || !Arrays.equals(now.lists(), then.lists())) {
            return false;
        }
        Object known = other.model;
        MODEL.compareAndSet(this, null, known == null ? other : known);
        return true;
    }

    private boolean readsLike(Plan plan, Entry other) {
        return target.key().equals(other.target.key()) && Assembler.readAlike(plan, other, this);
    }

    @Override
    public boolean showsLike(Shown other) {
        return this == other
                || other instanceof Entry entry && isMadeLike(entry) && borrowsFrom(entry)
                || value() == other.value();
    }

    /** Whether its model is put together of the same things, also if another query led to it. */
    private boolean isMadeLike(Entry other) {
        return showing != null
                && other.showing != null
                && link == other.link
                && Assembler.makeAlike(showing.plan(), other.showing.plan());
    }

    public boolean isShown() {
        return showing != null;
    }

    /** Builds the model of a member that is not shown, for an answer that is given once. */
    void build(Plan plan, long[] counts, IntFunction<ToMany<?>> related) {
        model = Assembler.assemble(plan, this, counts, related);
    }

    /** The model, built now if it was not read before; null if the member is not shown. */
    @Override
    public @Nullable Object value() {
        Object known = model;
        if (known == null && showing == null || known != null && !(known instanceof Entry)) {
            return known;
        }
        Object built = known instanceof Entry same ? same.value() : built(Objects.requireNonNull(showing));
        return MODEL.compareAndSet(this, known, built) ? built : model;
    }

    @Override
    public @Nullable Object known() {
        Object known = model;
        return known instanceof Entry same ? same.known() : known;
    }

    private Object built(Showing now) {
        return Assembler.assemble(now.plan(), this, now.counts(), include -> now.lists()[include]);
    }

    /** The pivot row, or null where the level has none. */
    public @Nullable TableRow link() {
        return link;
    }

    /** The row of the model. */
    public TableRow target() {
        return target;
    }

    /** What the order of the plan reads: null without terms, the value of a single term, or an array of values. */
    @Nullable
    Object sort() {
        return null;
    }

    /** How the text begins that weighs most in the order; 0 if that is not known. */
    long beginning() {
        return 0;
    }

    /** The row that decides about this member: the pivot if there is one. */
    public TableRow driving() {
        return link == null ? target : link;
    }

    @Override
    public Object id() {
        return link == null ? target.key() : List.of(link.key(), target.key());
    }
}
