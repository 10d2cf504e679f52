package dev.ananas.store.internal.selector;

import dev.ananas.store.Selector;
import dev.ananas.store.StoreException;
import dev.ananas.store.internal.checks.DevelopmentChecks;
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
public final class SelectorCache {

    private final Map<Key, Memo<?>> memos = new ConcurrentHashMap<>();
    private final Map<Key, ArgumentMemos> families = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();
    private final @Nullable SelectorCache parent;
    private final @Nullable DevelopmentChecks checks;

    /**
     * The memory of a store.
     *
     * @param checks what checks selectors, null in production
     */
    public SelectorCache(@Nullable DevelopmentChecks checks) {
        this.parent = null;
        this.checks = checks;
    }

    private SelectorCache(SelectorCache parent) {
        this.parent = parent;
        this.checks = parent.checks;
    }

    /** A memory that looks into this one, and never writes to it. */
    public SelectorCache apart() {
        return new SelectorCache(this);
    }

    public <T> T read(Selector<T> selector, Committed from) {
        if (selector instanceof SliceSelector<T> slice) {
            return from.tree().get(slice.slice());
        }
        if (selector instanceof DerivedSelector<T> derived) {
            return derive(derived, from);
        }
        throw new StoreException(selector.getClass().getName()
                + " is not a selector of this library; make it with getter(...), map(...) or Selector.combine(...)");
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
        if (earlier == null && checks != null && !(selector instanceof ReadingSelector)) {
            checks.computed(selector, result, selector.compute(values));
        }
        T kept = earlier != null && Objects.equals(earlier.value(), result) ? earlier.value() : result;
        remember(selector, new Memo<>(from.version(), values, kept));
        return kept;
    }

    /** Remembers what somebody else found out. */
    <T> void learn(ReadingSelector<?, T> selector, Committed from, T value) {
        Object[] inputs = {from.tree().get(selector.slice())};
        remember(selector, new Memo<>(from.version(), inputs, value));
    }

    @SuppressWarnings("unchecked") // the memo of a selector holds a value of that selector
    private <T> @Nullable Memo<T> find(Selector<T> selector) {
        Memo<T> own = (Memo<T>) own(selector);
        return own == null && parent != null ? parent.find(selector) : own;
    }

    private @Nullable Memo<?> own(Selector<?> selector) {
        if (selector instanceof ArgumentSelector<?, ?> one) {
            ArgumentMemos memos = families.get(new Key(one.family(), null));
            return memos == null ? null : memos.find(one.argument());
        }
        return memos.get(new Key(selector, null));
    }

    private void remember(Selector<?> selector, Memo<?> memo) {
        for (Reference<?> key = forgotten.poll(); key != null; key = forgotten.poll()) {
            memos.remove(key);
            families.remove(key);
        }
        if (selector instanceof ArgumentSelector<?, ?> one) {
            families.computeIfAbsent(new Key(one.family(), forgotten), family -> new ArgumentMemos())
                    .remember(one.argument(), memo, one.family().capacity());
        } else {
            memos.merge(new Key(selector, forgotten), memo, Memo::newer);
        }
    }

    /** A selector or a family of selectors, by identity. */
    private static final class Key extends WeakReference<Object> {

        private final int hash;

        Key(Object referent, @Nullable ReferenceQueue<Object> queue) {
            super(referent, queue);
            this.hash = System.identityHashCode(referent);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object referent = get();
            return referent != null && other instanceof Key that && referent == that.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
