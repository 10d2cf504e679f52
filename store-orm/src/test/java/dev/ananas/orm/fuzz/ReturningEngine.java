package dev.ananas.orm.fuzz;

import dev.ananas.store.snapshot.Snapshots;
import java.util.function.Consumer;

/**
 * The library, emptied and restored in one transaction after each write, with live queries open. None of them may notice, so the
 * versions of these transactions are left out.
 */
class ReturningEngine extends ForwardingEngine {
    private final AnanasEngine engine;
    private final String nothing;
    private boolean inTransaction;
    private long unseen;
    private Object token = new Object();
    private long seen;
    int returns;

    ReturningEngine(Program program) {
        this.engine = new AnanasEngine(program);
        this.nothing = engine.snapshots().toJson();
    }

    @Override
    protected Engine engine() {
        return engine;
    }

    private void leaveAndReturn() {
        Snapshots snapshots = engine.snapshots();
        String json = snapshots.toJson();
        long before = engine.version();
        snapshots.restore(json);
        if (engine.version() != before) {
            throw Mismatch.of(
                    Mismatch.About.VERSION, 0, "version after what is there is restored", before, engine.version());
        }
        unseen++;
        engine.transact(() -> {
            snapshots.restore(nothing);
            snapshots.restore(json);
        });
        unseen -= before + 1 - engine.version();
        returns++;
    }

    @Override
    public Object write(Step.Write write) {
        Object answer = engine.write(write);
        if (!inTransaction) {
            leaveAndReturn();
        }
        return answer;
    }

    @Override
    public void transact(Runnable writes) {
        inTransaction = true;
        try {
            engine.transact(writes);
        } finally {
            inTransaction = false;
        }
        leaveAndReturn();
    }

    @Override
    public Runnable subscribe(QueryShape query, Consumer<Emission> emissions, Consumer<Throwable> errors) {
        return engine.subscribe(
                query,
                emission -> emissions.accept(new Emission(emission.version() - unseen, emission.answer())),
                errors);
    }

    @Override
    public long version() {
        return engine.version() - unseen;
    }

    @Override
    public Object state() {
        if (seen != version()) {
            seen = version();
            token = new Object();
        }
        return token;
    }
}
