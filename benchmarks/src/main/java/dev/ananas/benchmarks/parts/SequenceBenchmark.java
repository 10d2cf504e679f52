package dev.ananas.benchmarks.parts;

import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The sequence that a live result is: elements are numbers, two apart, so that there is room between them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SequenceBenchmark {
    private static final int PAGE = 50;
    private static final int MANY = 400;

    @Param({"1000", "100000"})
    private int size;

    private final Comparator<Long> order = Comparator.naturalOrder();
    private List<Long> elements = List.of();
    private SortedSequence<Long> sequence = SortedSequence.empty(order);
    private SortedSequence<Long> changed = sequence;
    private final List<Long> removes = new ArrayList<>();
    private final List<Long> adds = new ArrayList<>();
    private int next;

    /** Fills the sequence. */
    @Setup
    public void fill() {
        elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(2L * i);
        }
        sequence = build();
        changed = sequence.without((long) size).with(size + 1L);
        for (int i = 0; i < MANY; i++) {
            long at = 2L * ((long) i * size / MANY);
            removes.add(at);
            adds.add(at + 1);
        }
    }

    private Long element() {
        next = (next + 7919) % size;
        return elements.get(next);
    }

    /** Builds the whole sequence. */
    @Benchmark
    public SortedSequence<Long> build() {
        return SortedSequence.ofSorted(order, elements);
    }

    /** Reads by index. */
    @Benchmark
    public Long get() {
        return sequence.get((int) (element() / 2));
    }

    /** Finds the place of an element. */
    @Benchmark
    public int rank() {
        return sequence.rank(element());
    }

    /** Adds one element. */
    @Benchmark
    public SortedSequence<Long> with() {
        return sequence.with(element() + 1);
    }

    /** Removes one element. */
    @Benchmark
    public SortedSequence<Long> without() {
        return sequence.without(element());
    }

    /** Replaces 400 elements that are spread over the sequence. */
    @Benchmark
    public SortedSequence<Long> patch() {
        return sequence.patch(removes, adds);
    }

    /** Finds what one change made different. */
    @Benchmark
    public void diff(Blackhole hole) {
        sequence.diff(changed, new SortedSequence.Difference<Long>() {
            @Override
            public void removed(int oldIndex, Long element) {
                hole.consume(oldIndex);
            }

            @Override
            public void added(int newIndex, Long element) {
                hole.consume(newIndex);
            }

            @Override
            public void updated(int oldIndex, int newIndex, Long before, Long after) {
                hole.consume(newIndex);
            }
        });
    }

    /** Reads the first 50. */
    @Benchmark
    public long firstPage() {
        long sum = 0;
        Iterator<Long> each = sequence.iterator();
        for (int i = 0; i < PAGE; i++) {
            sum += each.next();
        }
        return sum;
    }
}
