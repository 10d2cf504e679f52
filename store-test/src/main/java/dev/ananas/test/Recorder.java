package dev.ananas.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * A subscriber that remembers what it got, to be asked how much that was. Any thread may emit; {@link #dispose} ends it.
 *
 * @param <T> the values
 */
public final class Recorder<T> implements Disposable {
    private final List<T> values = new ArrayList<>();
    private final Inner inner;
    private int checked;
    private @Nullable Throwable error;
    private boolean completed;

    private Recorder(Publisher<T> source, long demand) {
        inner = new Inner(demand);
        Flux.from(source).subscribe(inner);
    }

    /** Subscribes and takes everything. */
    public static <T> Recorder<T> of(Publisher<T> source) {
        return new Recorder<>(source, Long.MAX_VALUE);
    }

    /**
     * Subscribes as a slow subscriber does.
     *
     * @param demand how many values it asks for at first, 0 for none
     */
    public static <T> Recorder<T> slow(Publisher<T> source, long demand) {
        return new Recorder<>(source, demand);
    }

    private final class Inner extends BaseSubscriber<T> {
        private final long demand;

        Inner(long demand) {
            this.demand = demand;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            if (demand > 0) {
                request(demand);
            }
        }

        @Override
        protected void hookOnNext(T value) {
            synchronized (values) {
                values.add(value);
            }
        }

        @Override
        protected void hookOnError(Throwable failure) {
            synchronized (values) {
                error = failure;
            }
        }

        @Override
        protected void hookOnComplete() {
            synchronized (values) {
                completed = true;
            }
        }
    }

    /** Asks for more values. */
    public void request(long more) {
        inner.request(more);
    }

    /** Everything it got, in order. */
    public List<T> values() {
        synchronized (values) {
            return List.copyOf(values);
        }
    }

    /**
     * The last value it got.
     *
     * @throws AssertionError if there was none
     */
    public T last() {
        List<T> all = values();
        if (all.isEmpty()) {
            throw new AssertionError("Expected an emission, found none" + end());
        }
        return all.get(all.size() - 1);
    }

    /**
     * What it got since it was checked last, or since the beginning.
     *
     * @return the values; they count as checked
     */
    public List<T> next() {
        synchronized (values) {
            List<T> fresh = List.copyOf(values.subList(checked, values.size()));
            checked = values.size();
            return fresh;
        }
    }

    /** Takes everything it got so far as checked, such as the value on subscription. */
    public Recorder<T> skip() {
        next();
        return this;
    }

    /**
     * Requires exactly one emission since the last check.
     *
     * @return its value
     */
    public T one() {
        return exactly(1).get(0);
    }

    /** Requires that nothing was emitted since the last check. */
    public void none() {
        exactly(0);
    }

    /**
     * Requires a number of emissions since the last check.
     *
     * @return their values
     */
    public List<T> exactly(int count) {
        List<T> fresh = next();
        if (fresh.size() != count) {
            StringBuilder text = new StringBuilder("Expected " + emissions(count) + ", found " + fresh.size() + end());
            fresh.forEach(value -> text.append("\n+ ").append(value));
            throw new AssertionError(text.toString());
        }
        return fresh;
    }

    /** Requires exactly one emission since the last check, of this value. */
    public void one(T expected) {
        Comparison.equal("The emission", expected, one());
    }

    private static String emissions(int count) {
        return count == 0 ? "no emission" : count == 1 ? "exactly one emission" : "exactly " + count + " emissions";
    }

    private String end() {
        synchronized (values) {
            return error != null ? "; it failed with " + error : completed ? "; it completed" : "";
        }
    }

    /** Requires that it completed. */
    public void completed() {
        synchronized (values) {
            if (!completed) {
                throw new AssertionError("Expected the stream to complete, found it "
                        + (error == null ? "open" : "failed with " + error));
            }
        }
    }

    /**
     * Requires that it failed.
     *
     * @param type the class of the error or one above it
     * @return the error
     */
    public <E extends Throwable> E failed(Class<E> type) {
        Objects.requireNonNull(type, "type");
        synchronized (values) {
            if (!type.isInstance(error)) {
                throw new AssertionError(
                        "Expected a failure with " + type.getName() + ", found " + (error == null ? "none" : error),
                        error);
            }
            return type.cast(error);
        }
    }

    @Override
    public void dispose() {
        inner.dispose();
    }

    @Override
    public boolean isDisposed() {
        return inner.isDisposed();
    }

    @Override
    public String toString() {
        return "Recorder" + values() + end();
    }
}
