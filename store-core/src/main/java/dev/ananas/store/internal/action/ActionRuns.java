package dev.ananas.store.internal.action;

import dev.ananas.store.ActionCall;
import dev.ananas.store.ActionRun;
import dev.ananas.store.Actions;
import dev.ananas.store.RunInterceptor;
import dev.ananas.store.StoreDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The runs of a store that have not ended. */
public final class ActionRuns {

    private final Map<Long, Run<?>> running = new ConcurrentSkipListMap<>();
    private final ActionListeners listeners;
    private final RunInterceptor interceptor;
    private volatile boolean closed;

    public ActionRuns(ActionListeners listeners, RunInterceptor interceptor) {
        this.listeners = listeners;
        this.interceptor = interceptor;
    }

    /**
     * The actions of a slice.
     *
     * @param slice the slice, null for the actions of the store
     * @param refuse throws if nothing may be run any more; takes what is to be refused
     */
    public Actions of(@Nullable StoreDefinition<?> slice, Consumer<Supplier<String>> refuse) {
        return new Actions() {
            @Override
            public <T> ActionRun<T> run(
                    String name, @Nullable Object argument, Supplier<? extends Publisher<? extends T>> body) {
                Objects.requireNonNull(body, "body");
                refuse.accept(() -> "Action \"" + name + "\"");
                return begin(listeners.call(ActionCall.Kind.RUN, name, argument, slice), body);
            }

            @Override
            public <T extends @Nullable Object> T call(String name, @Nullable Object argument, Supplier<T> body) {
                Objects.requireNonNull(body, "body");
                refuse.accept(() -> "Action \"" + name + "\"");
                ActionCall call = listeners.call(ActionCall.Kind.RUN, name, argument, slice);
                return listeners.around(call, () -> answer(call, body));
            }

            @Override
            public List<ActionRun<?>> running() {
                return new ArrayList<>(
                        all(run -> slice == null || run.call().slice().orElse(null) == slice));
            }
        };
    }

    <T> ActionRun<T> begin(ActionCall call, Supplier<? extends Publisher<? extends T>> body) {
        Run<T> run = new Run<>(call);
        running.put(call.id(), run);
        if (closed) {
            run.cancel("the store was closed");
        }
        listeners.before(call);
        run.begin(() -> work(call, body), error -> {
            running.remove(call.id());
            if (error == null) {
                listeners.after(call, run.last());
            } else {
                listeners.failed(call, error);
            }
        });
        return run;
    }

    @SuppressWarnings("unchecked") // an interceptor gives what the caller expects
    private <T> Publisher<? extends T> work(ActionCall call, Supplier<? extends Publisher<? extends T>> body) {
        return (Publisher<? extends T>) interceptor.around(call, body).get();
    }

    @SuppressWarnings("unchecked") // an interceptor gives what the caller expects
    private <T extends @Nullable Object> T answer(ActionCall call, Supplier<T> body) {
        return (T) interceptor.aroundCall(call, body).get();
    }

    public void cancel(StoreDefinition<?> slice, String reason) {
        all(run -> run.call().slice().orElse(null) == slice).forEach(run -> run.cancel(reason));
    }

    public void close() {
        closed = true;
        all(run -> true).forEach(run -> run.cancel("the store was closed"));
    }

    private List<Run<?>> all(Predicate<Run<?>> which) {
        List<Run<?>> all = new ArrayList<>(running.values());
        all.removeIf(which.negate());
        return all;
    }
}
