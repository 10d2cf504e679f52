package dev.ananas.orm.fuzz;

import dev.ananas.orm.model.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a program is run against: the library, or a decorator of it that does something wrong. */
interface Engine extends AutoCloseable {

    /** Opens an engine for a program. */
    interface Factory extends Function<Program, Engine> {}

    /** All rows of an entity in insertion order. */
    List<Row> all(String entity);

    /** All rows of an entity as they are stored. */
    List<Row> stored(String entity);

    /** Fails if the live engine disagrees with itself. */
    void checkInvariants();

    /** Fails if anything is left although nobody subscribes any longer. */
    void checkEmpty();

    /** One row by its key. */
    Optional<Row> find(String entity, Object key);

    /** Moves the clock on that tells when records are stored. */
    void tick(long millis);

    /** A write; answers what the library answers. */
    Object write(Step.Write write);

    /** Models that are loaded, revived or made. */
    List<Row> read(Step.Action action);

    /** The answer of a query now. */
    Object ask(QueryShape query);

    /** Subscribes to a query; answers how to end the subscription. */
    Runnable subscribe(QueryShape query, Consumer<Emission> emissions, Consumer<Throwable> errors);

    /** Keeps a copy of a list by the changes that are told; answers how to end that. */
    Runnable replicate(QueryShape query, List<Object> copy, Consumer<Throwable> errors);

    /** Runs writes as one transaction. */
    void transact(Runnable writes);

    long version();

    /** The state tree, whose reference stays where nothing changed. */
    Object state();

    /** What went wrong without a caller to tell, so far. */
    List<Throwable> errors();

    @Override
    void close();

    /** An answer and its version. */
    record Emission(long version, Object answer) {}
}
