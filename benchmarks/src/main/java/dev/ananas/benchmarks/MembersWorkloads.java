package dev.ananas.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** W7: the users that have a role, live. */
final class MembersWorkloads {
    private static final int ROLE = 5;
    private static final int LEVEL = 3;

    private final Bench bench;
    private final Peer peer;
    private final Reference reference;
    private final Mulberry random;
    private Peer.@Nullable Live live;

    private MembersWorkloads(Bench bench) {
        Bench.Loaded loaded = bench.load();
        this.bench = bench;
        this.peer = loaded.peer();
        this.reference = loaded.reference();
        this.random = loaded.random();
    }

    static void run(Bench bench) {
        MembersWorkloads workloads = new MembersWorkloads(bench);
        workloads.open();
        bench.changes(List.of("W7ins", "W7del"), workloads::check, repetition -> workloads.insertAndDelete());
    }

    private void open() {
        live = peer.liveHas(ROLE, this::notified);
        bench.reader().readFlatPage(live());
        check("open");
    }

    private Peer.Live live() {
        return Objects.requireNonNull(live);
    }

    private void notified() {
        bench.reader().readFlatPage(live());
        bench.meter().notified();
    }

    private void check(String workload) {
        Set<Integer> expected = reference.withRole(ROLE);
        Verify.that(live().size() == expected.size(), workload + " size");
        live().forEach(Integer.MAX_VALUE, row -> Verify.that(expected.contains(row.id()), workload + " member"));
    }

    private List<Sample> insertAndDelete() {
        Reference.User user = reference.user(1 + random.nextInt(reference.userCount()));
        while (user.levels.containsKey(ROLE)) {
            user = reference.user(1 + random.nextInt(reference.userCount()));
        }
        int id = user.id;
        Sample inserted = bench.meter().change(() -> peer.addPivot(id, ROLE, LEVEL));
        user.levels.put(ROLE, LEVEL);
        Verify.that(live().get(id) != null, "W7ins");
        Sample deleted = bench.meter().change(() -> peer.deletePivot(id, ROLE));
        user.levels.remove(ROLE);
        Verify.that(live().get(id) == null, "W7del");
        return List.of(inserted, deleted);
    }
}
