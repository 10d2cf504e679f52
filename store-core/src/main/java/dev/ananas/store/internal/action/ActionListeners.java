package dev.ananas.store.internal.action;

import dev.ananas.store.Action;
import dev.ananas.store.ActionCall;
import dev.ananas.store.ActionListener;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.internal.publication.ErrorReporter;
import dev.ananas.store.internal.reduce.Reaction;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** The listeners of a store, and the numbering of its calls. */
public final class ActionListeners {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private final ErrorReporter errors;

    public ActionListeners(ErrorReporter errors) {
        this.errors = errors;
    }

    /**
     * Adds a listener.
     *
     * @param slice whose calls it hears of, null for all
     */
    public Disposable add(@Nullable StoreDefinition<?> slice, ActionListener listener) {
        Entry entry = new Entry(slice, Objects.requireNonNull(listener, "listener"));
        entries.add(entry);
        return new Undoing(() -> entries.removeIf(one -> one == entry));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public void clear() {
        entries.clear();
    }

    public Call call(ActionCall.Kind kind, String name, @Nullable Object argument, @Nullable StoreDefinition<?> slice) {
        return new Call(calls.incrementAndGet(), kind, name, argument, slice);
    }

    public <T extends @Nullable Object> T around(ActionCall call, Supplier<T> body) {
        before(call);
        T result;
        try {
            result = body.get();
        } catch (Throwable e) {
            failed(call, e);
            throw e;
        }
        after(call, result);
        return result;
    }

    void before(ActionCall call) {
        tell(call, ActionListener::before);
    }

    void after(ActionCall call, @Nullable Object result) {
        tell(call, (listener, ended) -> listener.after(ended, result));
    }

    void failed(ActionCall call, Throwable error) {
        tell(call, (listener, ended) -> listener.onError(ended, error));
    }

    private void tell(ActionCall call, BiConsumer<ActionListener, ActionCall> what) {
        for (Entry entry : entries) {
            if (entry.hears(call)) {
                try {
                    what.accept(entry.listener(), call);
                } catch (RuntimeException | Error e) {
                    errors.report(e);
                }
            }
        }
    }

    private record Entry(@Nullable StoreDefinition<?> slice, ActionListener listener) {

        /** Whether the slice began the call, or has a reducer for the action. */
        boolean hears(ActionCall call) {
            if (slice == null) {
                return true;
            }
            if (call.kind() != ActionCall.Kind.DISPATCH) {
                return call.slice().orElse(null) == slice;
            }
            return call.argument() instanceof Action action && Reaction.concerns(slice, action);
        }
    }
}
