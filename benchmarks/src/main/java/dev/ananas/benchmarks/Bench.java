package dev.ananas.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One run: a peer, a size, and what it is measured with.
 *
 * @param size number of users
 * @param peers makes an empty store
 */
record Bench(int size, Supplier<Peer> peers, Meter meter, RowReader reader, Policy policy, Results results) {
    private static final int CHANGES_SEED = 7;

    /**
     * A loaded store and what it has to contain.
     *
     * @param random draws the changes
     */
    record Loaded(Peer peer, Reference reference, Mulberry random) {}

    Peer newPeer() {
        return peers.get();
    }

    Loaded load() {
        Dataset data = Dataset.generate(size);
        Peer peer = newPeer();
        peer.load(data);
        return new Loaded(peer, new Reference(data), new Mulberry(CHANGES_SEED));
    }

    /**
     * Measures changes to a live result, of which one step may make several. Every change is verified by the step; the
     * first three steps and the last one also by {@code check}, which is given the name for its message.
     */
    void changes(List<String> workloads, Consumer<String> check, Policy.Step step) {
        List<List<Sample>> samples = policy.repeat(repetition -> {
            List<Sample> made = step.run(repetition);
            if (repetition < 3) {
                policy.aside(() -> check.accept(workloads.get(0)));
            }
            return made;
        });
        check.accept(workloads.get(0));
        for (int i = 0; i < workloads.size(); i++) {
            results.change(workloads.get(i), samples.get(i));
        }
    }

    /** As {@link #changes}, for one change per step. */
    void change(String workload, Consumer<String> check, Supplier<Sample> change) {
        changes(List.of(workload), check, repetition -> List.of(change.get()));
    }

    /** Measures what can be done only once, cold. */
    void once(String workload, Runnable operation) {
        List<Sample> sample = new ArrayList<>(1);
        sample.add(meter.time(operation));
        results.line(workload, sample).print();
    }
}
