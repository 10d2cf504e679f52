package dev.ananas.orm.internal.live;

import dev.ananas.orm.query.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * What a level keeps for one key: exists while something needs it, or lingers. A {@link Published} list has the members themselves, a
 * {@link Tally} their number.
 */
abstract sealed class Demand implements Source permits Published, Tally {
    final Object key;
    final List<Subscription<?>> subscriptions = new ArrayList<>(0);

    @Nullable
    Disposable lingering;

    Demand(Object key) {
        this.key = key;
    }

    abstract LiveLevel level();

    /** Whether anything still needs it. */
    abstract boolean isUsed();

    /** Forgets it, and what it alone needed. */
    abstract void release();

    @Override
    public abstract Found found();

    @Override
    public final List<Demand> demands() {
        return List.of(this);
    }
}
