package dev.ananas.orm.internal.live;

import dev.ananas.orm.query.Found;

/** The number of members that a plan has for one key. */
final class Tally extends Demand {
    private final CountLevel level;
    private int size;
    private int published;
    private boolean released;

    Tally(CountLevel level, Object key, int size) {
        super(key);
        this.level = level;
        this.size = size;
        this.published = size;
    }

    /** A member came, or went. */
    void add(int members) {
        size += members;
    }

    int size() {
        return size;
    }

    boolean isReleased() {
        return released;
    }

    void markReleased() {
        released = true;
    }

    /** Whether the number is another one than at the last call. */
    boolean publish() {
        boolean differs = size != published;
        published = size;
        return differs;
    }

    @Override
    LiveLevel level() {
        return level;
    }

    @Override
    boolean isUsed() {
        return !subscriptions.isEmpty();
    }

    @Override
    void release() {
        level.release(this);
    }

    @Override
    public Found found() {
        return new Found.Size(size);
    }
}
