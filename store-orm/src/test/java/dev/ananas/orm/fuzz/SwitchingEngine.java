package dev.ananas.orm.fuzz;

import java.util.List;
import java.util.function.Consumer;

/** The library, moved into a new store by a snapshot before each write. It has no live queries: those end with their store. */
class SwitchingEngine extends ForwardingEngine {
    private final Program program;
    private AnanasEngine engine;
    private boolean inTransaction;
    private long earlier;
    private Object token = new Object();
    private long seen;
    int switches;

    SwitchingEngine(Program program) {
        this.program = program;
        this.engine = new AnanasEngine(program);
    }

    @Override
    protected Engine engine() {
        return engine;
    }

    private void move() {
        String json = engine.snapshots().toJson();
        AnanasEngine next = new AnanasEngine(program, engine.clock());
        next.snapshots().restore(json);
        String again = next.snapshots().toJson();
        if (!again.equals(json)) {
            throw Mismatch.of(Mismatch.About.ROWS, 0, "the snapshot of a restored store", json, again);
        }
        earlier += engine.version() - next.version();
        engine.close();
        engine = next;
        switches++;
    }

    @Override
    public Object write(Step.Write write) {
        if (!inTransaction) {
            move();
        }
        return engine.write(write);
    }

    @Override
    public void transact(Runnable writes) {
        move();
        inTransaction = true;
        try {
            engine.transact(writes);
        } finally {
            inTransaction = false;
        }
    }

    @Override
    public Runnable subscribe(QueryShape query, Consumer<Emission> emissions, Consumer<Throwable> errors) {
        throw new UnsupportedOperationException("the program of this engine has no live queries");
    }

    @Override
    public Runnable replicate(QueryShape query, List<Object> copy, Consumer<Throwable> errors) {
        throw new UnsupportedOperationException("the program of this engine has no live queries");
    }

    @Override
    public long version() {
        return earlier + engine.version();
    }

    /** Another object whenever the version is another one: the trees of two stores have nothing in common. */
    @Override
    public Object state() {
        if (seen != version()) {
            seen = version();
            token = new Object();
        }
        return token;
    }
}
