package dev.ananas.benchmarks;

import java.util.Map;
import java.util.function.Consumer;

/** Runs one group of workloads for one peer at one size: {@code Driver <peer> <group> <N>}. See {@code run.sh}. */
public final class Driver {
    private static final Map<String, Consumer<Bench>> GROUPS = Map.of(
            "load", OneShotWorkloads::load,
            "find", OneShotWorkloads::find,
            "query", OneShotWorkloads::query,
            "live", LiveWorkloads::run,
            "many", ManyWorkloads::run,
            "window", WindowWorkloads::run,
            "exists", MembersWorkloads::run,
            "mem", MemoryWorkloads::run);

    private Driver() {}

    /**
     * Prints a line per workload. Ends with 1 if a result was not right.
     *
     * @param args peer, group and size; {@code gen} as group prints the hashes of the dataset
     */
    public static void main(String[] args) {
        String group = args[1];
        int size = Integer.parseInt(args[2]);
        if (group.equals("gen")) {
            describe(Dataset.generate(size));
            return;
        }
        Consumer<Bench> workloads = GROUPS.get(group);
        if (workloads == null) {
            throw new IllegalArgumentException("no group \"" + group + "\", there are " + GROUPS.keySet());
        }
        Results results = new Results(System.out, args[0], size);
        System.exit(run(workloads, group, bench(args[0], size, results)));
    }

    private static Bench bench(String peer, int size, Results results) {
        Meter meter = new Meter();
        Policy policy = new Policy(meter, millis("WARM_MS", "800"), millis("MEAS_MS", "1200"));
        return new Bench(size, () -> newPeer(peer), meter, new RowReader(), policy, results);
    }

    private static int run(Consumer<Bench> workloads, String group, Bench bench) {
        try {
            workloads.accept(bench);
        } catch (RuntimeException | Error failed) {
            failed.printStackTrace();
            bench.results().failure(group, failed);
            return 1;
        }
        if (bench.reader().sink() == 123_456_789) {
            System.err.println("Whoever reads this has luck.");
        }
        return 0;
    }

    private static void describe(Dataset data) {
        Reference reference = new Reference(data);
        System.out.println(
                "dataHash " + data.hash() + " active " + reference.active().length + " mainHash50 " + reference.hash());
    }

    private static long millis(String variable, String otherwise) {
        return Long.parseLong(System.getenv().getOrDefault(variable, otherwise));
    }

    private static Peer newPeer(String name) {
        return switch (name) {
            case "java-hand" -> new HandPeer();
            case "java-sqlite" -> new SqlitePeer();
            case "ananas" -> new AnanasPeer();
            default -> byClass(name);
        };
    }

    private static Peer byClass(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(Peer.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no peer \"" + name + "\"", e);
        }
    }
}
