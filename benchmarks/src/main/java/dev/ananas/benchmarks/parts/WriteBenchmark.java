package dev.ananas.benchmarks.parts;

import dev.ananas.benchmarks.AnanasPeer;
import dev.ananas.benchmarks.Dataset;
import dev.ananas.benchmarks.Peer;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writes to tables while no live query is open. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WriteBenchmark {
    @Param({"1000", "100000"})
    private int size;

    private @Nullable Loaded loaded;

    /** Fills the store. */
    @Setup
    public void fill() {
        loaded = new Loaded(size);
    }

    private Loaded loaded() {
        return Objects.requireNonNull(loaded);
    }

    /** Updates one attribute of one row. */
    @Benchmark
    public void update() {
        loaded().peer.setAge(loaded().user().id(), loaded().number());
    }

    /** Deletes a link and inserts it again: two transitions. */
    @Benchmark
    public void deleteAndInsertLink() {
        Dataset.User user = loaded().user();
        Peer peer = loaded().peer;
        Dataset.Pivot pivot = loaded().data.pivots().get(5 * (user.id() - 1));
        peer.deletePivot(pivot.userId(), pivot.roleId());
        peer.addPivot(pivot.userId(), pivot.roleId(), pivot.level());
    }

    /** Loads everything into a new store. */
    @Benchmark
    public Peer load() {
        Peer peer = new AnanasPeer();
        peer.load(loaded().data);
        return peer;
    }
}
