package dev.ananas.store;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last inputs and result of every selector of a store.
 *
 * <p>Readers share it without a lock: two that compute the same thing at once do so twice, which is harmless since
 * selectors are pure. A reader that holds an older version than the one remembered leaves the memory alone, so that a
 * late reader cannot make the newest result lose its reference.
 *
 * <p>Selectors are often made on the fly, so the memory must not keep them: it refers to them weakly. Losing a memory
 * costs a computation, nothing else. Subscriptions hold their selector and their last value themselves.
 */
final class SelectorCache {

    private final Map<Key, Memo<?>> memos = new ConcurrentHashMap<>();
    private final ReferenceQueue<Selector<?>> forgotten = new ReferenceQueue<>();
    private final @Nullable SelectorCache parent;

    /**
     * Makes a cache.
     *
     * @param parent looked into, never written to
     */
    SelectorCache(@Nullable SelectorCache parent) {
        this.parent = parent;
    }

    <T> T read(Selector<T> selector, Committed from) {
        if (selector instanceof SliceSelector<T> slice) {
            return from.tree().get(slice.slice());
        }
        return derive((DerivedSelector<T>) selector, from);
    }

    private <T> T derive(DerivedSelector<T> selector, Committed from) {
        List<Selector<?>> inputs = selector.inputs();
        Object[] values = new Object[inputs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(inputs.get(i), from);
        }
        Memo<T> earlier = find(selector);
        if (earlier != null && earlier.isOf(values)) {
            return earlier.value();
        }
        T result = selector.compute(values);
        T kept = earlier != null && Objects.equals(earlier.value(), result) ? earlier.value() : result;
        remember(selector, new Memo<>(from.version(), values, kept));
        return kept;
    }

    @SuppressWarnings("unchecked") // the memo of a selector holds a value of that selector
    private <T> @Nullable Memo<T> find(Selector<T> selector) {
        Memo<T> own = (Memo<T>) memos.get(new Key(selector, null));
        return own == null && parent != null ? parent.find(selector) : own;
    }

    private void remember(Selector<?> selector, Memo<?> memo) {
        for (Reference<?> key = forgotten.poll(); key != null; key = forgotten.poll()) {
            memos.remove(key);
        }
        memos.merge(new Key(selector, forgotten), memo, (a, b) -> b.version() >= a.version() ? b : a);
    }

    private record Memo<T>(long version, Object[] inputs, T value) {

        boolean isOf(Object[] values) {
            for (int i = 0; i < values.length; i++) {
                if (inputs[i] != values[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class Key extends WeakReference<Selector<?>> {

        private final int hash;

        Key(Selector<?> selector, @Nullable ReferenceQueue<Selector<?>> queue) {
            super(selector, queue);
            this.hash = System.identityHashCode(selector);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Selector<?> selector = get();
            return selector != null && other instanceof Key that && selector == that.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
