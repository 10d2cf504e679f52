package dev.ananas.benchmarks.parts;

import dev.ananas.benchmarks.Peer;
import java.util.List;
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

/** Queries that are asked once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueryBenchmark {
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

    /** One user by key. */
    @Benchmark
    public Peer.Row find() {
        return loaded().peer.find(loaded().user().id());
    }

    /** All active users by name, with their roles. */
    @Benchmark
    public List<? extends Peer.Row> main() {
        return loaded().peer.queryAll();
    }
}
