package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Selection;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.SequenceSlice;
import dev.ananas.store.collection.SortedSequence;
import java.util.function.BiPredicate;

/** What a window shows of the members of a bucket: a part of their sequence, without a copy. */
final class WindowBucket extends Published {
    final Selection.Window window;
    private final RankedBucket bucket;

    /** The newest entries, which may be other ones than those of the list as long as they read alike. */
    private SequenceSlice<Entry> shown;

    WindowBucket(RankedBucket bucket, Selection.Window window) {
        super(bucket.level, bucket.key);
        this.bucket = bucket;
        this.window = window;
        this.shown = of(bucket.members);
    }

    /** The part of some members that the window shows. */
    SequenceSlice<Entry> of(SortedSequence<Entry> members) {
        return new SequenceSlice<>(members, window.from(members.size()), window.to(members.size()));
    }

    /** Takes the newest members; whether they do not read like those before. */
    boolean follow(SortedSequence<Entry> members, BiPredicate<Entry, Entry> alike) {
        SequenceSlice<Entry> before = shown;
        shown = of(members);
        return !before.matches(shown, alike);
    }

    /** Puts what is shown into a new list. */
    void renew() {
        list = ToMany.ofImmutable(new ResultList(shown.sequence(), shown.from(), shown.to()));
    }

    @Override
    public Found found() {
        return new Found.Models(list);
    }

    @Override
    void release() {
        bucket.close(this);
    }
}
