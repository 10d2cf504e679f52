package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A place of one row in one bucket: what it shows now, what it is about to show, and the buckets of its includes. */
final class Member {
    final Bucket bucket;

    /** What the bucket shows or ranks for this member; its model is null while it is outside the window. */
    Entry entry;

    /** The next entry, not built, between placement and publication. */
    @Nullable
    Entry pending;

    /** What another bucket showed for the same model, between placement and publication. */
    @Nullable
    Entry former;

    /** One bucket per include; null until the member is first built, a null element where the parent refers to nothing. */
    @Nullable
    Published @Nullable [] children;

    /** Another member of the same driving row. */
    @Nullable
    Member sibling;

    /** Whether a list of its includes changed since it was built. */
    boolean stale;

    boolean queued;
    boolean gone;

    Member(Bucket bucket, Entry entry) {
        this.bucket = bucket;
        this.entry = entry;
    }

    /** The newest entry, built or not. */
    Entry latest() {
        return pending == null ? entry : pending;
    }

    boolean isBuilt() {
        return entry.isShown();
    }

    /** Lets go of the buckets of the includes. */
    void unbind() {
        @Nullable Published[] bound = children;
        if (bound != null) {
            children = null;
            for (Published child : bound) {
                unroute(child);
            }
        }
    }

    /** Lets go of one bucket, unless another include leads to it as well. */
    void unroute(@Nullable Published child) {
        if (child != null && !isBoundTo(child)) {
            child.routes.remove(this);
            child.level.graph.lifetimes().releaseIfUnused(child);
        }
    }

    private boolean isBoundTo(Published child) {
        @Nullable Published[] bound = children;
        return bound != null && Arrays.asList(bound).contains(child);
    }
}
