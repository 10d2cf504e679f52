package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Selection;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A bucket that is shown through windows. All members are ranked, those inside of a window are built.
 *
 * <p>All windows share membership, order and models, so a window that is opened beside another one builds what the other one
 * does not show. A move of a window is nothing else: the new one is opened, then the old one closed.
 *
 * <p>One transition changes the sequence twice. First members come, go and change places, and the difference of what each window
 * showed to what it has to show tells which members have to be built, and which are shown no more. When they are built, the
 * new entries take the place of the old ones, and a window that reads differently publishes.
 */
final class RankedBucket extends Bucket {
    private final Map<Selection.Window, WindowBucket> windows = new LinkedHashMap<>();
    private final List<Entry> removed = new ArrayList<>(0);
    private final List<Entry> added = new ArrayList<>(0);

    /** Entries that take the place of others in the running transition. */
    private final List<Entry> rebuilt = new ArrayList<>(0);

    /** What was shown and went in the running transition, if its model may stay. */
    private final List<Entry> went = new ArrayList<>(0);

    /** Of entries that were built in the running transition and read like their predecessors, these. */
    private final IdentityHashMap<Entry, Entry> alike = new IdentityHashMap<>(0);

    RankedBucket(Level level, Object key) {
        super(level, key);
    }

    @Override
    void hydrate(List<Entry> entries) {
        members = SortedSequence.ofSorted(level.plan.ordering(), entries);
        entries.forEach(entry -> level.membership().add(new Member(this, entry)));
    }

    @Override
    public Found found() {
        throw new IllegalStateException("RankedBucket: shown through windows only");
    }

    @Override
    boolean isUsed() {
        return !windows.isEmpty();
    }

    // Windows

    @Override
    WindowBucket window(Selection.Window window) {
        WindowBucket known = windows.get(window);
        if (known != null) {
            return known;
        }
        WindowBucket opened = new WindowBucket(this, window);
        windows.put(window, opened);
        try {
            for (Entry entry : opened.of(members)) {
                if (!entry.isShown()) {
                    Member member = level.memberOf(this, entry);
                    level.build(member);
                    rebuilt.add(member.entry);
                }
            }
            replaceRebuilt();
            opened.follow(members, Objects::equals);
            opened.renew();
        } catch (RuntimeException | Error failed) {
            rebuilt.clear();
            close(opened);
            throw failed;
        }
        return opened;
    }

    @Override
    Collection<WindowBucket> windows() {
        return windows.values();
    }

    /** Forgets a window that nobody needs, and the models that it alone showed. */
    void close(WindowBucket window) {
        if (level.dropped || !windows.remove(window.window, window)) {
            return;
        }
        if (windows.isEmpty()) {
            level.release(this);
            return;
        }
        window.of(members).forEach(entry -> hideIfUnseen(level.memberOf(this, entry)));
        replaceRebuilt();
    }

    /** Also a member that was built by half before an error has to let go of its includes. */
    private void hideIfUnseen(Member member) {
        if ((member.isBuilt() || member.children != null) && !shows(member)) {
            level.hide(member);
            rebuilt.add(member.entry);
        }
    }

    private void replaceRebuilt() {
        keepModelsMovedIn();
        if (!rebuilt.isEmpty()) {
            members = patch(removed, rebuilt);
        }
    }

    @Override
    boolean shows(Member member) {
        int rank = members.rank(member.latest());
        for (WindowBucket window : windows.values()) {
            if (rank >= window.window.from(members.size()) && rank < window.window.to(members.size())) {
                return true;
            }
        }
        return false;
    }

    // Transitions

    @Override
    void enter(Member member) {
        added.add(member.entry);
        schedule();
    }

    @Override
    void leave(Member member) {
        removed.add(member.entry);
        schedule();
    }

    @Override
    void change(Member member) {
        Entry before = member.entry;
        Entry after = Objects.requireNonNull(member.pending);
        boolean moves = level.plan.ordering().compare(before, after) != 0;
        if (moves) {
            removed.add(before);
        }
        if (member.isBuilt()) {
            level.queue(member);
        } else {
            member.entry = after;
            member.pending = null;
        }
        if (moves || !member.isBuilt()) {
            added.add(after);
        }
        schedule();
    }

    @Override
    void arrange() {
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        SortedSequence<Entry> before = members;
        went(removed);
        members = patch(removed, added);
        List<Entry> out = new ArrayList<>();
        for (WindowBucket window : windows.values()) {
            window.of(before).diff(window.of(members), new Passage(entry -> enterWindow(entry), out::add));
        }
        went(out);
        for (Entry entry : out) {
            Member member = level.membership().find(this, entry);
            if (member != null) {
                hideIfUnseen(member);
            }
        }
    }

    private void went(List<Entry> entries) {
        if (hidesLinks()) {
            entries.stream().filter(Entry::isShown).forEach(went::add);
        }
    }

    private void enterWindow(Entry entry) {
        Member member = level.memberOf(this, entry);
        if (!member.isBuilt()) {
            level.queue(member);
        }
    }

    @Override
    void built(Member member, Entry before, boolean readsDifferently) {
        rebuilt.add(member.entry);
        if (!readsDifferently) {
            alike.put(member.entry, before);
        }
        schedule();
    }

    /** Whether two entries show the same: one made anew that reads as before, or another link to the same. */
    private boolean readAlike(Entry one, Entry other) {
        return one == other || alike.get(other) == one || hidesLinks() && other.borrowsFrom(one);
    }

    @Override
    boolean publish() {
        keepModels(went, rebuilt);
        went.clear();
        replaceRebuilt();
        for (WindowBucket window : windows.values()) {
            if (window.follow(members, this::readAlike)) {
                window.renew();
                level.graph.published(window);
            }
        }
        alike.clear();
        return false;
    }
}
