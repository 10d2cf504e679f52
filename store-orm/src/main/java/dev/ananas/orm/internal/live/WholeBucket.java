package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Selection;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bucket that shows all its members: the published list is a view of the persistent sequence, never a copy. One of an include
 * may be dormant: it has a list and no members, until {@link #wake} is called because something touches it.
 */
final class WholeBucket extends Bucket {
    private @Nullable Dormant dormant;
    private @Nullable Edits edits;

    WholeBucket(Level level, Object key) {
        super(level, key);
    }

    /** What a transition does to the members. */
    private static final class Edits {
        private final List<Entry> removed = new ArrayList<>(1);
        private final List<Entry> added = new ArrayList<>(1);
        private final List<Entry> moved = new ArrayList<>(0);
        private boolean differs;
    }

    private Edits edits() {
        if (edits == null) {
            edits = new Edits();
        }
        return edits;
    }

    @Override
    void sleep() {
        dormant = new Dormant(level, key);
        list = ToMany.ofImmutable(dormant);
    }

    @Override
    boolean wake() {
        if (dormant == null) {
            return false;
        }
        members = dormant.members(level.graph.work());
        dormant = null;
        return true;
    }

    @Override
    boolean isDormant() {
        return dormant != null;
    }

    @Override
    boolean keep(Tables tables) {
        if (dormant == null) {
            return false;
        }
        dormant.keep(tables);
        return true;
    }

    @Override
    public Found found() {
        return level.graph.found(list, members);
    }

    @Override
    Published window(Selection.Window window) {
        return this;
    }

    @Override
    Collection<Published> windows() {
        return List.of(this);
    }

    @Override
    void hydrate(List<Entry> entries) {
        Object[] built = new Object[entries.size()];
        for (int i = 0; i < built.length; i++) {
            Member member = new Member(this, entries.get(i));
            level.membership().add(member);
            level.build(member);
            built[i] = member.entry;
        }
        members = SortedSequence.ofSorted(level.plan.ordering(), built, built.length);
        list = ToMany.ofImmutable(new ResultList(members));
    }

    @Override
    void enter(Member member) {
        level.queue(member);
        schedule();
    }

    @Override
    void leave(Member member) {
        if (member.isBuilt()) {
            edits().removed.add(member.entry);
            edits().differs = true;
        }
        schedule();
    }

    @Override
    void change(Member member) {
        level.queue(member);
        schedule();
    }

    @Override
    boolean shows(Member member) {
        return true;
    }

    @Override
    void arrange() {}

    @Override
    void built(Member member, Entry before, boolean readsDifferently) {
        Entry now = member.entry;
        Edits made = edits();
        if (before.isShown()) {
            made.removed.add(before);
        }
        made.added.add(now);
        made.differs |= readsDifferently;
        if (!made.differs && level.plan.ordering().compare(before, now) != 0) {
            made.moved.add(before);
            made.moved.add(now);
        }
        schedule();
    }

    @Override
    boolean publish() {
        Edits made = edits;
        edits = null;
        if (made == null) {
            return false;
        }
        SortedSequence<Entry> before = members;
        boolean relinks = hidesLinks() && !made.removed.isEmpty() && !made.added.isEmpty();
        List<Entry> went = relinks ? List.copyOf(made.removed) : List.of();
        List<Entry> came = relinks ? List.copyOf(made.added) : List.of();
        if (!made.removed.isEmpty() || !made.added.isEmpty()) {
            members = patch(made.removed, made.added);
        }
        boolean differs = made.differs && !(relinks && readsAsBefore(before, went, came));
        keepModels(went, came);
        keepModelsMovedIn();
        for (int i = 0; i < made.moved.size() && !differs; i += 2) {
            differs = before.rank(made.moved.get(i)) != members.rank(made.moved.get(i + 1));
        }
        if (!differs) {
            return false;
        }
        list = ToMany.ofImmutable(new ResultList(members));
        return true;
    }

    /** Whether what came stands where something went and shows the same, reached by another link; whatever went has gone so. */
    private boolean readsAsBefore(SortedSequence<Entry> before, List<Entry> went, List<Entry> came) {
        if (went.size() != came.size()) {
            return false;
        }
        Map<Integer, Entry> gone = new HashMap<>();
        went.forEach(entry -> gone.put(before.rank(entry), entry));
        for (Entry entry : came) {
            Entry other = gone.get(members.rank(entry));
            if (other == null || !entry.borrowsFrom(other)) {
                return false;
            }
        }
        return true;
    }
}
