package dev.ananas.benchmarks.parts;

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

/** Writes while a live query of one kind is open: the difference to {@link WriteBenchmark} is what settling it costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SettleBenchmark {
    /** The live query that is open. */
    public enum Kind {
        /** All active users by name, with their roles. */
        WHOLE,
        /** The first 50 of these. */
        WINDOW,
        /** A thousand queries of one user each. */
        MANY,
        /** The users that have one role. */
        MEMBERS
    }

    @Param({"1000", "100000"})
    private int size;

    @Param({"WHOLE", "WINDOW", "MANY", "MEMBERS"})
    private Kind kind = Kind.WHOLE;

    private @Nullable Loaded loaded;
    private int notified;

    /** Fills the store and opens the query. */
    @Setup
    public void open() {
        Loaded filled = new Loaded(size);
        loaded = filled;
        Runnable changed = () -> notified++;
        switch (kind) {
            case WHOLE -> filled.peer.liveMain(changed);
            case WINDOW -> filled.peer.liveWindow(changed);
            case MEMBERS -> filled.peer.liveHas(filled.role(), changed);
            case MANY -> {
                for (int i = 0; i < 1000; i++) {
                    filled.peer.liveById(filled.user().id(), changed);
                }
            }
        }
    }

    private Loaded loaded() {
        return Objects.requireNonNull(loaded);
    }

    /** Moves a row within its order, if it is shown. */
    @Benchmark
    public int rename() {
        loaded().peer.setName(loaded().activeUser().id(), loaded().text());
        return notified;
    }

    /** Changes what no order and no condition reads. */
    @Benchmark
    public int changeAge() {
        loaded().peer.setAge(loaded().activeUser().id(), loaded().number());
        return notified;
    }

    /** Changes a row that many others show. */
    @Benchmark
    public int retitle() {
        loaded().peer.setTitle(loaded().role(), loaded().text());
        return notified;
    }
}
