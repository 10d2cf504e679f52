package dev.ananas.orm.internal.live;

import dev.ananas.store.spi.StoreKernel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How long buckets and numbers live that nobody needs any more.
 *
 * <p>One that loses its last subscription lingers for the time the store was given before it is released, so that moving
 * between screens does not build the same results again and again. One that loses its last parent is released at once, but
 * while levels settle only behind them, since another parent may still ask for it.
 *
 * <p>Everything here runs under the writer's lock.
 */
final class Lifetimes {
    private final StoreKernel kernel;
    private final Set<Demand> orphans = new LinkedHashSet<>();
    private boolean settling;
    private boolean closed;

    Lifetimes(StoreKernel kernel) {
        this.kernel = kernel;
    }

    /** Levels begin to settle: nothing is released until they have. */
    void hold() {
        settling = true;
    }

    /** Levels have settled: releases what nobody asked for in the end. */
    void letGo() {
        settling = false;
        if (orphans.isEmpty()) {
            return;
        }
        List<Demand> candidates = List.copyOf(orphans);
        orphans.clear();
        candidates.forEach(this::releaseIfUnused);
    }

    /** Releases what nobody needs; while levels settle, another parent may still ask for it. */
    void releaseIfUnused(Demand demand) {
        if (settling) {
            orphans.add(demand);
        } else if (!demand.isUsed() && demand.lingering == null) {
            demand.release();
        }
    }

    /** Releases what nobody needs in a while, unless it is asked for again. */
    void lingerIfUnused(Demand demand) {
        if (demand.isUsed() || demand.lingering != null || closed) {
            return;
        }
        long linger = kernel.linger().toNanos();
        if (linger == 0) {
            demand.release();
            return;
        }
        Runnable end = () -> kernel.exclusively(() -> {
            demand.lingering = null;
            releaseIfUnused(demand);
            return null;
        });
        demand.lingering = kernel.timer().schedule(end, linger, TimeUnit.NANOSECONDS);
    }

    /** The same, which does not linger any more. */
    Demand resumed(Demand demand) {
        if (demand.lingering != null) {
            demand.lingering.dispose();
            demand.lingering = null;
        }
        return demand;
    }

    /** Nothing lingers from now on. */
    void close() {
        closed = true;
    }
}
