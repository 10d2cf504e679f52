package dev.ananas.store;

import dev.ananas.store.internal.DefaultStore;
import dev.ananas.store.internal.action.EffectHandlers;
import dev.ananas.store.internal.checks.DevelopmentChecks;
import dev.ananas.store.internal.kernel.Beginning;
import dev.ananas.store.internal.kernel.FirstStates;
import dev.ananas.store.internal.kernel.StoreSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.util.Loggers;

/** Builds a {@link Store}. Not safe for use by several threads. */
public final class StoreBuilder {

    private final List<Middleware> middleware = new ArrayList<>();
    private Consumer<? super Throwable> onError =
            error -> Loggers.getLogger(Store.class).error("A subscriber or a settler of a store failed", error);
    private Duration linger = Duration.ofSeconds(2);
    private @Nullable HistoryOptions history;
    private @Nullable Consumer<? super DevelopmentWarning> warnings;
    private final Set<Class<?>> handled = new HashSet<>();
    private final List<Consumer<EffectHandlers>> handlers = new ArrayList<>();
    private RunInterceptor interceptor = RunInterceptor.NONE;
    private final List<StorePlugin> plugins = new ArrayList<>();
    private final IdentityHashMap<StoreDefinition<?>, Object> firstStates = new IdentityHashMap<>();

    StoreBuilder() {}

    /** Adds middleware; what is added first sees an action first. */
    public StoreBuilder middleware(Middleware... added) {
        for (Middleware one : added) {
            middleware.add(Objects.requireNonNull(one, "middleware"));
        }
        return this;
    }

    /**
     * Sets what receives the errors that have no caller: a {@code Subscriber} that throws (it is cancelled; the others
     * go on), a settler that throws. By default they are logged. Not called under the writer lock.
     *
     * <p>What a lambda given to {@code Flux.subscribe} throws does not arrive here: Reactor passes it to that
     * subscription's own error consumer or, without one, to {@code Hooks.onErrorDropped}.
     */
    public StoreBuilder onSubscriberError(Consumer<? super Throwable> handler) {
        this.onError = Objects.requireNonNull(handler, "handler");
        return this;
    }

    /**
     * Sets how long the results of a live query are kept after its last subscriber left; 2 seconds by default.
     *
     * @throws IllegalArgumentException if negative
     */
    public StoreBuilder linger(Duration duration) {
        if (Objects.requireNonNull(duration, "duration").isNegative()) {
            throw new IllegalArgumentException("linger must not be negative: " + duration);
        }
        this.linger = duration;
        return this;
    }

    /**
     * Gives a slice another first state, such as one that was saved: {@link Store#use} begins with it and does not ask
     * the definition. {@link Slice#reset()} still goes back to the state of the definition. The last call for a
     * definition counts.
     */
    public <S> StoreBuilder initialState(StoreDefinition<S> definition, S state) {
        firstStates.put(Objects.requireNonNull(definition, "definition"), Objects.requireNonNull(state, "state"));
        return this;
    }

    /** Lets the store keep a history; without it {@link Store#history()} is refused and nothing is kept. */
    public StoreBuilder history(HistoryOptions options) {
        this.history = Objects.requireNonNull(options, "options");
        return this;
    }

    /**
     * Switches checks on that look for mistakes in the application while it is developed, and cost nothing when off, as
     * they are by default. Each finding is logged once, with the place in the application:
     *
     * <ul>
     *   <li>a reducer registered with {@code on} or {@code update}, or a patch, that gives two results for one state; it is
     *       run twice the first time,
     *   <li>a selector that gives two results for one state; it is computed twice the first time,
     *   <li>a subscriber that missed 1,000 values in a row, or lets 1,000 transitions wait,
     *   <li>a write from a reducer, which is an error in any case, says where it was.
     * </ul>
     */
    public StoreBuilder developmentChecks(boolean on) {
        this.warnings = on ? DevelopmentChecks::log : null;
        return this;
    }

    /**
     * Like {@link #developmentChecks(boolean)}, and tells findings to a handler instead of the log. It may be called
     * under the writer lock, so it must not write.
     */
    public StoreBuilder developmentChecks(Consumer<? super DevelopmentWarning> handler) {
        this.warnings = Objects.requireNonNull(handler, "handler");
        return this;
    }

    /**
     * Sets the handler of a class of effects, or of an interface or superclass of several.
     *
     * @throws IllegalArgumentException if the class has one
     */
    public <E extends Effect> StoreBuilder handle(Class<E> effect, EffectHandler<? super E> handler) {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(handler, "handler");
        if (!handled.add(effect)) {
            throw new IllegalArgumentException("Effect " + effect.getSimpleName() + " has a handler; keep one");
        }
        handlers.add(effects -> effects.add(effect, handler));
        return this;
    }

    /** Sets what stands around the work of all runs; the last one set counts. */
    public StoreBuilder runInterceptor(RunInterceptor around) {
        this.interceptor = Objects.requireNonNull(around, "around");
        return this;
    }

    /** Adds plugins; they are installed in this order when the store is built, into each store anew. */
    public StoreBuilder plugin(StorePlugin... added) {
        for (StorePlugin one : added) {
            plugins.add(Objects.requireNonNull(one, "plugin"));
        }
        return this;
    }

    /** The store. The builder may go on. */
    public Store build() {
        return new DefaultStore(new StoreSettings(
                new ArrayList<>(middleware),
                onError,
                linger,
                new Beginning(StateTree.empty(), history),
                warnings,
                new ArrayList<>(handlers),
                interceptor,
                new ArrayList<>(plugins),
                new FirstStates(firstStates)));
    }
}
