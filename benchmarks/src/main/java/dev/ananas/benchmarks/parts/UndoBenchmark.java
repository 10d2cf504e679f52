package dev.ananas.benchmarks.parts;

import dev.ananas.benchmarks.Link_;
import dev.ananas.benchmarks.Models.User;
import dev.ananas.benchmarks.Role_;
import dev.ananas.benchmarks.User_;
import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.store.History;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A transaction that changes 10 rows of 100,000, and its undo, while live queries show some of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UndoBenchmark {
    private static final int USERS = 100_000;
    private static final int CHANGED = 10;

    private final Store store =
            Store.builder().history(HistoryOptions.defaults()).build();
    private final History history = store.history();
    private @Nullable Repository<User> users;
    private boolean active;

    /** Fills the store, opens live queries and leaves a transaction to be undone. */
    @Setup
    public void fill() {
        Database db = Database.on(store, User_.ENTITY, Role_.ENTITY, Link_.ENTITY);
        Repository<User> repository = db.repository(User_.ENTITY);
        users = repository;
        List<User> all = new ArrayList<>();
        for (int id = 0; id < USERS; id++) {
            all.add(User_.of(id, "user " + id, 20, id % 2 == 0));
        }
        repository.insertAll(all);
        repository
                .query()
                .where(User_.active.isTrue())
                .orderBy(User_.name)
                .limit(50)
                .flux()
                .subscribe();
        repository
                .query()
                .where(User_.active.isTrue())
                .orderBy(User_.name)
                .flux()
                .subscribe();
        repository.query().where(User_.id.lt(100)).with(User_.roles).flux().subscribe();
        write();
        write();
    }

    private void write() {
        Repository<User> repository = Objects.requireNonNull(users);
        active = !active;
        store.transaction("ten", () -> {
            for (int id = 0; id < CHANGED; id++) {
                repository.update(id * (USERS / CHANGED), User_.active.to(active));
            }
        });
    }

    /** The transaction. */
    @Benchmark
    public void transaction() {
        write();
    }

    /** An undo and a redo of it, the mean of both. */
    @Benchmark
    @OperationsPerInvocation(2)
    public void undoAndRedo() {
        history.undo();
        history.redo();
    }

    /** Closes the store. */
    @TearDown
    public void close() {
        store.close();
    }
}
