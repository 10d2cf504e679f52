package dev.ananas.store;

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
final class DefaultKernel implements StoreKernel {

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
    DefaultKernel(StoreSettings settings, Consumer<Action> dispatch) {
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
        this.selections = new SelectorStreams(selectors, writer::committed);
        pipeline.attach(transitions);
        pipeline.attach(selections);
    }

    Writer writer() {
        return writer;
    }

    <T> T read(Selector<T> selector) {
        Draft pending = writer.pending();
        return pending == null
                ? selectors.read(selector, writer.committed())
                : pending.selectors().read(selector, new Committed(0, pending.tree()));
    }

    <T> Flux<Versioned<T>> versions(Selector<T> selector) {
        return flux(selections.source(selector));
    }

    Flux<Transition> transitions() {
        return SlotFlux.of(slots, subscriber -> new BufferingSlot<>(subscriber, transitions, slots));
    }

    ActionListeners listeners() {
        return listeners;
    }

    ActionRuns runs() {
        return runs;
    }

    EffectHandlers effects() {
        return effects;
    }

    void close() {
        writer.close(() -> {
            slots.closeAll();
            pipeline.close();
        });
    }

    /** A stream that keeps every value for a subscriber without demand. */
    <T> Flux<T> buffered(LiveSource<T> source) {
        return SlotFlux.of(slots, subscriber -> new BufferingSlot<>(subscriber, source, slots));
    }

    /** Runs work outside the writer lock, as soon as this thread has left it. */
    void afterwards(Runnable work) {
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
    public void report(Throwable error) {
        errors.report(Objects.requireNonNull(error, "error"));
    }
}
