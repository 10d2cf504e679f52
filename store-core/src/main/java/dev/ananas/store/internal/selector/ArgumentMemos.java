package dev.ananas.store.internal.selector;

import dev.ananas.store.KeyedSelector;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a store remembers of the selectors of one {@link KeyedSelector}.
 *
 * <p>No reader waits for another: each use is stamped with a tick, and whoever exceeds the capacity throws out the
 * quarter with the oldest ticks. That looks at all arguments, but only once in a quarter of the capacity, so an
 * argument costs O(log capacity) in the long run. Readers that do so at once may throw out more than a quarter.
 */
final class ArgumentMemos {

    private final Map<Object, Stamped> byArgument = new ConcurrentHashMap<>();
    private final AtomicLong ticks = new AtomicLong();

    @Nullable
    Memo<?> find(Object argument) {
        Stamped found = byArgument.get(argument);
        if (found == null) {
            return null;
        }
        found.tick = ticks.incrementAndGet();
        return found.memo;
    }

    void remember(Object argument, Memo<?> memo, int capacity) {
        byArgument.merge(argument, new Stamped(memo, ticks.incrementAndGet()), Stamped::newer);
        if (byArgument.size() > capacity) {
            forgetOldest(Math.max(1, capacity / 4));
        }
    }

    private void forgetOldest(int count) {
        long[] sorted = byArgument.values().stream().mapToLong(one -> one.tick).toArray();
        if (sorted.length > count) {
            Arrays.sort(sorted);
            long oldestKept = sorted[count];
            byArgument.values().removeIf(one -> one.tick < oldestKept);
        }
    }

    private static final class Stamped {

        private final Memo<?> memo;
        private volatile long tick;

        Stamped(Memo<?> memo, long tick) {
            this.memo = memo;
            this.tick = tick;
        }

        Stamped newer(Stamped other) {
            return other.memo.version() >= memo.version() ? other : this;
        }
    }
}
