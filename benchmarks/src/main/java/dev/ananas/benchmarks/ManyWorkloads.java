package dev.ananas.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** W5: many small live queries, of which one change concerns one; {@code QUERIES} says how many, 1,000 if nothing. */
final class ManyWorkloads {
    private static final int USUAL = 1000;
    private static final int QUERIES =
            Integer.parseInt(System.getenv().getOrDefault("QUERIES", Integer.toString(USUAL)));
    private static final int NONE = -1;

    private final Bench bench;
    private final Peer peer;
    private final Reference reference;
    private final Mulberry random;
    private final List<Peer.Live> lives = new ArrayList<>(QUERIES);
    private final int[] fired = new int[QUERIES];
    private int concerned = NONE;
    private double spurious;

    /** Whether to measure until the subscriber has read its row, rather than until the write returned. */
    private boolean untilNotified;

    private ManyWorkloads(Bench bench) {
        Bench.Loaded loaded = bench.load();
        this.bench = bench;
        this.peer = loaded.peer();
        this.reference = loaded.reference();
        this.random = loaded.random();
    }

    static void run(Bench bench) {
        ManyWorkloads workloads = new ManyWorkloads(bench);
        bench.once(named("W5open"), workloads::open);
        bench.results()
                .line(named("W5"), workloads.measure(bench))
                .number("spurious", workloads.spurious, 0)
                .flag("verified", true)
                .print();
        workloads.untilNotified = true;
        bench.results()
                .line(named("W5n"), workloads.measure(bench))
                .flag("verified", true)
                .print();
    }

    private static String named(String workload) {
        return QUERIES == USUAL ? workload : workload + "x" + QUERIES;
    }

    private List<Sample> measure(Bench bench) {
        List<Sample> samples =
                bench.policy().repeat(repetition -> List.of(rename())).get(0);
        spurious = Sample.median(samples, Sample::notifications);
        return samples;
    }

    private int userOf(int query) {
        return 1 + (int) ((long) query * reference.userCount() / QUERIES);
    }

    private void open() {
        for (int i = 0; i < QUERIES; i++) {
            int query = i;
            lives.add(peer.liveById(userOf(query), () -> notified(query)));
        }
        lives.forEach(live -> bench.reader().read(live.row(0)));
    }

    private void notified(int query) {
        fired[query]++;
        if (query == concerned) {
            bench.reader().read(lives.get(query).row(0));
            if (untilNotified) {
                bench.meter().notifiedLast();
            } else {
                bench.meter().notified();
            }
        }
    }

    /** Counts the notifications of queries that the change does not concern. */
    private Sample rename() {
        int query = random.nextInt(QUERIES);
        Reference.User user = reference.user(userOf(query));
        String name = random.letters(10);
        Arrays.fill(fired, 0);
        concerned = query;
        Sample sample = bench.meter().change(() -> peer.setName(user.id, name));
        user.name = name;
        Peer.Row row = lives.get(query).row(0);
        Verify.that(row.name().equals(name) && row.roles().size() == 5, "W5");
        Sample counted = sample.withNotifications(Arrays.stream(fired).sum() - fired[query]);
        return untilNotified ? counted : counted.untilReturn();
    }
}
