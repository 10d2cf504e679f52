package dev.ananas.benchmarks.parts;

import dev.ananas.store.collection.PersistentMap;
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
import org.openjdk.jmh.infra.Blackhole;

/** The map that holds the rows of a table. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MapBenchmark {
    @Param({"1000", "100000"})
    private int size;

    private PersistentMap<Long, String> map = PersistentMap.empty();
    private PersistentMap<Long, String> changed = map;
    private Long[] keys = {};
    private int next;

    /** Fills the map. */
    @Setup
    public void fill() {
        keys = new Long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) i;
        }
        map = build();
        changed = map.put(keys[size / 2], "other");
    }

    private Long key() {
        next = (next + 7919) % size;
        return keys[next];
    }

    /** Finds a key. */
    @Benchmark
    public @Nullable String get() {
        return map.get(key());
    }

    /** Replaces one value. */
    @Benchmark
    public PersistentMap<Long, String> put() {
        return map.put(key(), "new");
    }

    /** Removes one key. */
    @Benchmark
    public PersistentMap<Long, String> remove() {
        return map.remove(key());
    }

    /** Finds the one value that differs between two versions. */
    @Benchmark
    public void diff(Blackhole hole) {
        map.diff(changed, (key, before, after) -> hole.consume(key));
    }

    /** Builds the whole map. */
    @Benchmark
    public PersistentMap<Long, String> build() {
        PersistentMap.Builder<Long, String> builder =
                PersistentMap.<Long, String>empty().builder();
        for (Long key : keys) {
            builder.put(key, "value");
        }
        return builder.build();
    }
}
