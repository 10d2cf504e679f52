package dev.ananas.benchmarks;

/** W8: what stays on the heap after loading, and with the main query open. The source objects are dropped. */
final class MemoryWorkloads {
    private static final int WARM_SIZE = 1000;

    private final Bench bench;
    private final Peer peer;
    private final long heap;
    private final long nativeBytes;

    private MemoryWorkloads(Bench bench) {
        this.bench = bench;
        this.peer = bench.newPeer();
        this.heap = usedHeap();
        this.nativeBytes = peer.nativeBytes();
    }

    static void run(Bench bench) {
        loadClasses(bench);
        MemoryWorkloads workloads = new MemoryWorkloads(bench);
        workloads.peer.load(Dataset.generate(bench.size()));
        workloads.line("W8load").print();
        Peer.Live live = workloads.peer.liveMain(() -> {});
        bench.reader().readPage(live);
        workloads.line("W8live").number("rows", live.size(), 0).print();
        bench.reader().readFound(workloads.peer.find(1));
    }

    /** Classes and their data are not what is measured. */
    private static void loadClasses(Bench bench) {
        try (Peer warm = bench.newPeer()) {
            warm.load(Dataset.generate(WARM_SIZE));
            bench.reader().readPage(warm.liveMain(() -> {}));
        }
    }

    private Results.Line line(String workload) {
        long outside = peer.nativeBytes() - nativeBytes;
        long total = usedHeap() - heap + outside;
        return bench.results()
                .line(workload)
                .number("bytes_per_user", (double) (total / bench.size()), 0)
                .number("total_mb", total / 1e6, 2)
                .number("native_mb", outside / 1e6, 2);
    }

    private static long usedHeap() {
        try {
            for (int i = 0; i < 5; i++) {
                System.gc();
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
