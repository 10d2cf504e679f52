package dev.ananas.samples.atlas;

import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.store.Step;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Visitors: a thread that makes a thousand transitions a second, none of them for the user to undo. */
final class Stress {
    private static final int EVERY_MILLIS = 10;
    private static final int AT_ONCE = 10;
    private static final Step VISIT = Step.named("visit").notUndoable();

    private final AtlasDatabase db;
    private final List<String> codes;
    private final SplittableRandom random = new SplittableRandom(1);
    private final AtomicLong done = new AtomicLong();
    private final ScheduledExecutorService thread;
    private final ScheduledFuture<?> visits;

    private Stress(AtlasDatabase db) {
        this.db = db;
        this.codes = db.countries().all().stream().map(Country::code).toList();
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "visitors");
            made.setDaemon(true);
            return made;
        });
        this.visits = thread.scheduleAtFixedRate(this::visitSome, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    static Stress on(AtlasDatabase db) {
        return new Stress(db);
    }

    private void visitSome() {
        for (int i = 0; i < AT_ONCE; i++) {
            visit(codes.get(random.nextInt(codes.size())));
        }
    }

    private void visit(String code) {
        db.store()
                .history()
                .record(
                        VISIT,
                        () -> db.countries()
                                .find(code)
                                .ifPresent(country ->
                                        db.countries().update(code, Country_.visits.to(country.visits() + 1))));
        done.incrementAndGet();
    }

    /** How many changes there were. */
    long done() {
        return done.get();
    }

    /**
     * Ends the thread after the changes that are under way.
     *
     * @param after runs when there are no more
     */
    void close(Runnable after) {
        visits.cancel(false);
        thread.execute(after);
        thread.shutdown();
    }
}
