package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A bucket that shows the members between an offset and a limit. All members are ranked, only the visible ones are built;
 * the published list is a copy of at most {@code limit} models.
 */
final class WindowBucket extends Bucket {
    private final List<Entry> removed = new ArrayList<>(0);
    private final List<Entry> added = new ArrayList<>(0);
    private Set<Member> visible = new LinkedHashSet<>();
    private boolean shifted;
    private boolean differs;

    WindowBucket(Level level, Object key) {
        super(level, key);
    }

    @Override
    public Found found() {
        return new Found.Models(list);
    }

    @Override
    void hydrate(List<Entry> entries) {
        members = SortedSequence.ofSorted(level.plan.ordering(), entries);
        int from = from();
        int to = to();
        for (int i = 0; i < entries.size(); i++) {
            Member member = new Member(this, entries.get(i));
            level.join(member);
            if (i >= from && i < to) {
                level.build(member);
                visible.add(member);
            }
        }
        list = copy();
    }

    private int from() {
        return Math.min(level.plan.offset(), members.size());
    }

    private int to() {
        return (int) Math.min((long) from() + level.plan.limit(), members.size());
    }

    @Override
    void enter(Member member) {
        added.add(member.entry);
        shifted |= reaches(member.entry);
        schedule();
    }

    @Override
    void leave(Member member) {
        removed.add(member.entry);
        shifted |= reaches(member.entry);
        schedule();
    }

    @Override
    void change(Member member) {
        Entry before = member.entry;
        Entry after = Objects.requireNonNull(member.pending);
        if (level.plan.ordering().compare(before, after) != 0) {
            removed.add(before);
            added.add(after);
            shifted |= reaches(before) || reaches(after);
        }
        if (visible.contains(member)) {
            level.queue(member);
        } else {
            member.entry = after;
            member.pending = null;
        }
        schedule();
    }

    /** Whether a change at this place can touch the window: it cannot, behind the last member of a full one. */
    private boolean reaches(Entry entry) {
        int end =
                level.plan.limit() == Integer.MAX_VALUE ? Integer.MAX_VALUE : level.plan.offset() + level.plan.limit();
        return end < 0
                || members.size() < end
                || end == 0
                || level.plan.ordering().compare(entry, members.get(end - 1)) <= 0;
    }

    @Override
    boolean shows(Member member) {
        return visible.contains(member);
    }

    @Override
    void arrange() {
        if (!removed.isEmpty() || !added.isEmpty()) {
            members = patch(removed, added);
        }
        if (!shifted) {
            return;
        }
        shifted = false;
        Set<Member> next = new LinkedHashSet<>();
        for (int i = from(); i < to(); i++) {
            Member member = level.memberOf(this, members.get(i));
            next.add(member);
            if (!visible.contains(member)) {
                level.queue(member);
            }
        }
        differs |= !List.copyOf(visible).equals(List.copyOf(next));
        visible.removeAll(next);
        visible.forEach(level::hide);
        visible = next;
    }

    @Override
    void built(Member member, Entry before, boolean readsDifferently) {
        differs |= readsDifferently;
        schedule();
    }

    @Override
    boolean publish() {
        if (!differs) {
            return false;
        }
        differs = false;
        list = copy();
        return true;
    }

    private ToMany<Object> copy() {
        Object[] entries = new Object[visible.size()];
        int i = 0;
        for (Member member : visible) {
            entries[i++] = member.entry;
        }
        return ToMany.ofImmutable(new ResultList(SortedSequence.ofSorted(level.plan.ordering(), entries)));
    }
}
