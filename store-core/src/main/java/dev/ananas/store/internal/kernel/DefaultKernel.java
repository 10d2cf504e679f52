package dev.ananas.store.internal.kernel;

import dev.ananas.store.Action;
import dev.ananas.store.Selector;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Transition;
import dev.ananas.store.Versioned;
import dev.ananas.store.internal.action.ActionListeners;
import dev.ananas.store.internal.action.ActionRuns;
import dev.ananas.store.internal.action.EffectHandlers;
import dev.ananas.store.internal.checks.DevelopmentChecks;
import dev.ananas.store.internal.publication.BufferingSlot;
import dev.ananas.store.internal.publication.ErrorReporter;
import dev.ananas.store.internal.publication.LatestSlot;
import dev.ananas.store.internal.publication.PublicationQueue;
import dev.ananas.store.internal.publication.SlotFlux;
import dev.ananas.store.internal.publication.Slots;
import dev.ananas.store.internal.publication.WriterLock;
import dev.ananas.store.internal.reduce.Reducers;
import dev.ananas.store.internal.selector.Committed;
import dev.ananas.store.internal.selector.ReadingSelector;
import dev.ananas.store.internal.selector.SelectorCache;
import dev.ananas.store.internal.selector.SelectorStreams;
import dev.ananas.store.spi.LiveReading;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import dev.ananas.store.spi.StoreKernel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The parts of a store, put together. */
public final class DefaultKernel implements StoreKernel {

    private final Duration linger;
    private final WriterLock lock;
    private final ErrorReporter errors;
    private final TransitionPipeline pipeline;
    private final Slots slots;
    private final ActionListeners listeners;
    private final ActionRuns runs;
    private final EffectHandlers effects;
    private final Writer writer;
    private final SelectorCache selectors;
    private final TransitionStream transitions = new TransitionStream();
    private final SelectorStreams selections;

    /**
     * Puts a kernel together.
     *
     * @param dispatch dispatches the actions that follow from effects
     */
    public DefaultKernel(StoreSettings settings, Consumer<Action> dispatch) {
        PublicationQueue publications = new PublicationQueue();
        DevelopmentChecks checks = settings.checks();
        this.linger = settings.linger();
        this.selectors = new SelectorCache(checks);
        this.lock = new WriterLock(publications);
        this.errors = new ErrorReporter(settings.onError(), lock, publications);
        this.pipeline = new TransitionPipeline(publications, errors);
        this.slots = new Slots(lock, publications, errors, checks);
        this.listeners = new ActionListeners(errors);
        this.runs = new ActionRuns(listeners, settings.interceptor());
        this.effects = new EffectHandlers(errors, listeners, runs, dispatch);
        this.writer = new Writer(
                lock,
                settings.middleware(),
                new Reducers(effects::work, checks),
                pipeline,
                selectors,
                settings.beginning());
        this.selections = new SelectorStreams(this, selectors, writer::committed);
        pipeline.attachLast(selections);
        pipeline.attach(transitions);
    }

    public Writer writer() {
        return writer;
    }

    public <T> T read(Selector<T> selector) {
        Draft pending = writer.pending();
        return pending == null
                ? selectors.read(selector, writer.committed())
                : pending.selectors().read(selector, new Committed(0, pending.tree()));
    }

    public <T> Flux<Versioned<T>> versions(Selector<T> selector) {
        return flux(selections.source(selector));
    }

    public Flux<Transition> transitions() {
        return SlotFlux.of(slots, subscriber -> new BufferingSlot<>(subscriber, transitions, slots));
    }

    public ActionListeners listeners() {
        return listeners;
    }

    public ActionRuns runs() {
        return runs;
    }

    public EffectHandlers effects() {
        return effects;
    }

    public void close() {
        writer.close(() -> {
            slots.closeAll();
            pipeline.close();
        });
    }

    /** A stream that keeps every value for a subscriber without demand. */
    public <T> Flux<T> buffered(LiveSource<T> source) {
        return SlotFlux.of(slots, subscriber -> new BufferingSlot<>(subscriber, source, slots));
    }

    /** Runs work outside the writer lock, as soon as this thread has left it. */
    public void afterwards(Runnable work) {
        pipeline.afterwards(List.of(work));
    }

    @Override
    public void attach(Settler settler) {
        Objects.requireNonNull(settler, "settler");
        lock.exclusively(() -> {
            writer.refuseIfClosed(() -> "Attaching a settler");
            pipeline.attach(settler);
        });
    }

    @Override
    public <T extends @Nullable Object> T exclusively(Supplier<T> work) {
        return lock.exclusively(Objects.requireNonNull(work, "work"));
    }

    @Override
    public void publish(Consumer<Publication> work) {
        Objects.requireNonNull(work, "work");
        lock.later(() -> pipeline.publish(work));
    }

    @Override
    public StateTree committed() {
        return writer.committed().tree();
    }

    @Override
    public StateTree visible() {
        return writer.visible();
    }

    @Override
    public long version() {
        return writer.committed().version();
    }

    @Override
    public Duration linger() {
        return linger;
    }

    @Override
    public Scheduler timer() {
        return Schedulers.parallel();
    }

    @Override
    public <T> Flux<T> flux(LiveSource<T> source) {
        Objects.requireNonNull(source, "source");
        return SlotFlux.of(slots, subscriber -> new LatestSlot<>(subscriber, source, slots));
    }

    @Override
    public <S, T> Selector<T> selector(StoreDefinition<S> slice, String name, LiveReading<S, T> reading) {
        return new ReadingSelector<>(this, slice, name, reading);
    }

    @Override
    public void report(Throwable error) {
        errors.report(Objects.requireNonNull(error, "error"));
    }
}
