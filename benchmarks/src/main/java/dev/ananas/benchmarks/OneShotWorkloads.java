package dev.ananas.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** W1, W2 and W3: loading everything, reading by key, asking the main query once. */
final class OneShotWorkloads {
    private static final int READS = 1000;

    private OneShotWorkloads() {}

    /** W1. The store is made, and memory collected, outside of what is measured. */
    static void load(Bench bench) {
        Dataset data = Dataset.generate(bench.size());
        Dataset.User last = data.users().get(bench.size() - 1);
        List<Sample> samples = bench.policy().repeatLoads(repetition -> {
            Peer peer = bench.newPeer();
            System.gc();
            Sample sample = bench.meter().time(() -> peer.load(data));
            Verify.that(peer.find(last.id()).name().equals(last.name()), "W1");
            peer.close();
            return List.of(sample);
        });
        bench.results().line("W1", samples).print();
    }

    /** W2: a thousand reads at a time. */
    static void find(Bench bench) {
        Bench.Loaded loaded = bench.load();
        Peer peer = loaded.peer();
        int[] ids = new int[READS];
        for (int i = 0; i < READS; i++) {
            ids[i] = 1 + loaded.random().nextInt(bench.size());
            Verify.that(peer.find(ids[i]).name().equals(loaded.reference().user(ids[i]).name), "W2");
        }
        Runnable reads = () -> {
            for (int id : ids) {
                bench.reader().readFound(peer.find(id));
            }
        };
        List<Sample> samples = bench.policy()
                .repeat(repetition -> List.of(bench.meter().time(reads).per(READS)))
                .get(0);
        bench.results()
                .line("W2", samples)
                .text("note", "per op, batches of " + READS)
                .number("ops_per_s", Math.round(1e6 / Sample.median(samples, Sample::us)), 0)
                .print();
    }

    /** W3. */
    static void query(Bench bench) {
        Bench.Loaded loaded = bench.load();
        List<List<? extends Peer.Row>> last = new ArrayList<>();
        List<Sample> samples = bench.policy()
                .repeat(repetition -> {
                    last.clear();
                    return List.of(bench.meter().time(() -> last.add(ask(bench, loaded.peer()))));
                })
                .get(0);
        List<? extends Peer.Row> rows = last.get(0);
        int hash = RowReader.hash(rows);
        boolean ok = hash == loaded.reference().hash()
                && rows.size() == loaded.reference().active().length;
        bench.results()
                .line("W3", samples)
                .number("rows", rows.size(), 0)
                .number("hash50", hash, 0)
                .flag("ok", ok)
                .print();
        Verify.that(ok, "W3");
    }

    private static List<? extends Peer.Row> ask(Bench bench, Peer peer) {
        List<? extends Peer.Row> rows = peer.queryAll();
        int end = Math.min(RowReader.PAGE, rows.size());
        for (int i = 0; i < end; i++) {
            bench.reader().read(rows.get(i));
        }
        return rows;
    }
}
