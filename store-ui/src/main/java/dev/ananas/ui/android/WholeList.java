package dev.ananas.ui.android;

import java.util.Set;

/** Tells once that something changed. */
final class WholeList implements RangeCallbacks {
    private final Runnable changed;

    WholeList(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void onInserted(int position, int count) {}

    @Override
    public void onRemoved(int position, int count) {}

    @Override
    public void onMoved(int from, int to) {}

    @Override
    public void onChanged(int position, int count, Set<String> attributes) {}

    @Override
    public void onApplied() {
        changed.run();
    }
}
