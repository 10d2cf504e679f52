package dev.ananas.orm.fuzz;

import dev.ananas.orm.model.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands everything to another engine; what a subclass does differently is all that it says. */
abstract class ForwardingEngine implements Engine {

    /** The engine that gets the calls from now on. */
    protected abstract Engine engine();

    @Override
    public List<Row> all(String entity) {
        return engine().all(entity);
    }

    @Override
    public List<Row> stored(String entity) {
        return engine().stored(entity);
    }

    @Override
    public void checkInvariants() {
        engine().checkInvariants();
    }

    @Override
    public void checkEmpty() {
        engine().checkEmpty();
    }

    @Override
    public Optional<Row> find(String entity, Object key) {
        return engine().find(entity, key);
    }

    @Override
    public void tick(long millis) {
        engine().tick(millis);
    }

    @Override
    public Object write(Step.Write write) {
        return engine().write(write);
    }

    @Override
    public List<Row> read(Step.Action action) {
        return engine().read(action);
    }

    @Override
    public Object ask(QueryShape query) {
        return engine().ask(query);
    }

    @Override
    public Runnable subscribe(QueryShape query, Consumer<Emission> emissions, Consumer<Throwable> errors) {
        return engine().subscribe(query, emissions, errors);
    }

    @Override
    public Runnable replicate(QueryShape query, List<Object> copy, Consumer<Throwable> errors) {
        return engine().replicate(query, copy, errors);
    }

    @Override
    public void transact(Runnable writes) {
        engine().transact(writes);
    }

    @Override
    public long version() {
        return engine().version();
    }

    @Override
    public Object state() {
        return engine().state();
    }

    @Override
    public List<Throwable> errors() {
        return engine().errors();
    }

    @Override
    public void close() {
        engine().close();
    }
}
