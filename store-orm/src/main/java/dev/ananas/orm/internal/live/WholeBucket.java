package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Selection;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A bucket that shows all its members: the published list is a view of the persistent sequence, never a copy. */
final class WholeBucket extends Bucket {
    private final List<Entry> removed = new ArrayList<>(0);
    private final List<Entry> added = new ArrayList<>(0);
    private final List<Entry> moved = new ArrayList<>(0);
    private boolean differs;

    WholeBucket(Level level, Object key) {
        super(level, key);
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
            level.join(member);
            level.build(member);
            built[i] = member.entry;
        }
        members = SortedSequence.ofSorted(level.plan.ordering(), built);
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
            removed.add(member.entry);
            differs = true;
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
        if (before.isShown()) {
            removed.add(before);
        }
        added.add(now);
        differs |= readsDifferently;
        if (!differs && level.plan.ordering().compare(before, now) != 0) {
            moved.add(before);
            moved.add(now);
        }
        schedule();
    }

    @Override
    boolean publish() {
        SortedSequence<Entry> before = members;
        if (!removed.isEmpty() || !added.isEmpty()) {
            members = patch(removed, added);
        }
        for (int i = 0; i < moved.size() && !differs; i += 2) {
            differs = before.rank(moved.get(i)) != members.rank(moved.get(i + 1));
        }
        moved.clear();
        if (!differs) {
            return false;
        }
        differs = false;
        list = ToMany.ofImmutable(new ResultList(members));
        return true;
    }
}
