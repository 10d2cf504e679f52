package dev.ananas.store.internal.selector;

import dev.ananas.store.Versioned;
import dev.ananas.store.internal.publication.InnerSlot;
import dev.ananas.store.spi.LiveSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The latest value of a reading that subscribed selectors use. Guarded by the writer lock. */
final class LiveInput<T> implements InnerSlot<Versioned<T>> {

    private final ReadingSelector<?, T> selector;
    private final LiveSource<Versioned<T>> source;
    private @Nullable T value;
    private @Nullable Throwable error;
    private int users;

    LiveInput(ReadingSelector<?, T> selector) {
        this.selector = selector;
        this.source = selector.reading().live();
    }

    /** Opens it for its first user. */
    void use() {
        if (users == 0) {
            value = Objects.requireNonNull(source.open(this), "first value").value();
        }
        users++;
    }

    /** Closes it behind its last user; true if that was the one. */
    boolean leave() {
        users--;
        if (users == 0) {
            source.close(this);
        }
        return users == 0;
    }

    /** Lets a memory know the value, so that nobody computes it. */
    void teach(SelectorCache cache, Committed now) {
        if (error == null && value != null) {
            cache.learn(selector, now, value);
        }
    }

    @Nullable
    Throwable error() {
        return error;
    }

    @Override
    public void accept(Versioned<T> now) {
        value = now.value();
    }

    @Override
    public void fail(Throwable failure) {
        error = failure;
    }

    @Override
    public void complete() {
        // the store is closing, and the subscribers are completed by it
    }
}
