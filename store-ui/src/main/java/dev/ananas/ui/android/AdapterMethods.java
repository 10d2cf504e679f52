package dev.ananas.ui.android;

import java.util.Objects;
import java.util.Set;

/** Tells each range to a method of an adapter. */
final class AdapterMethods implements RangeCallbacks {
    private final OnRange inserted;
    private final OnRange removed;
    private final OnMove moved;
    private final OnChange changed;

    AdapterMethods(OnRange inserted, OnRange removed, OnMove moved, OnChange changed) {
        this.inserted = Objects.requireNonNull(inserted, "inserted");
        this.removed = Objects.requireNonNull(removed, "removed");
        this.moved = Objects.requireNonNull(moved, "moved");
        this.changed = Objects.requireNonNull(changed, "changed");
    }

    @Override
    public void onInserted(int position, int count) {
        inserted.on(position, count);
    }

    @Override
    public void onRemoved(int position, int count) {
        removed.on(position, count);
    }

    @Override
    public void onMoved(int from, int to) {
        moved.on(from, to);
    }

    @Override
    public void onChanged(int position, int count, Set<String> attributes) {
        changed.on(position, count, attributes);
    }
}
