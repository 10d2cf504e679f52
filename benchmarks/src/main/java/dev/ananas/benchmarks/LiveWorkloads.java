package dev.ananas.benchmarks;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** W4: the main query live, and single changes to what it shows. */
final class LiveWorkloads {
    private final Bench bench;
    private final Peer peer;
    private final Reference reference;
    private final Mulberry random;
    private Peer.@Nullable Live live;
    private boolean readsAll;

    private LiveWorkloads(Bench bench) {
        Bench.Loaded loaded = bench.load();
        this.bench = bench;
        this.peer = loaded.peer();
        this.reference = loaded.reference();
        this.random = loaded.random();
    }

    static void run(Bench bench) {
        LiveWorkloads workloads = new LiveWorkloads(bench);
        workloads.open();
        bench.change("W4a", workloads::check, workloads::rename);
        bench.change("W4b", workloads::check, workloads::retitle);
        bench.changes(List.of("W4c", "W4d"), workloads::check, repetition -> workloads.addAndDelete());
        bench.change("W4e", workloads::check, workloads::changeAge);
        workloads.readsAll = true;
        bench.change("W4aFull", workloads::check, workloads::rename);
    }

    private Peer.Live live() {
        return Objects.requireNonNull(live);
    }

    private void open() {
        bench.once("W4open", () -> {
            live = peer.liveMain(this::notified);
            bench.reader().readPage(live());
        });
        check("open");
    }

    private void notified() {
        if (readsAll) {
            bench.reader().readAll(live());
        } else {
            bench.reader().readPage(live());
        }
        bench.meter().notified();
    }

    private void check(String workload) {
        boolean right = live().size() == reference.active().length && RowReader.hash(live()) == reference.hash();
        Verify.that(right, workload + " full check");
    }

    private Peer.Row row(Reference.User user, String workload) {
        return Verify.present(live().get(user.id), workload);
    }

    private Sample rename() {
        Reference.User user = reference.randomActive(random);
        String name = random.letters(10);
        Sample sample = bench.meter().change(() -> peer.setName(user.id, name));
        user.name = name;
        Verify.that(row(user, "W4a").name().equals(name), "W4a");
        return sample;
    }

    private Sample retitle() {
        int roleId = 1 + random.nextInt(reference.roleCount());
        String title = random.letters(8);
        Sample sample = bench.meter().change(() -> peer.setTitle(roleId, title));
        reference.setTitle(roleId, title);
        for (int id : reference.active()) {
            Reference.User user = reference.user(id);
            if (user.levels.containsKey(roleId)) {
                Verify.that(Verify.role(row(user, "W4b"), roleId, "W4b").title().equals(title), "W4b");
                break;
            }
        }
        return sample;
    }

    private List<Sample> addAndDelete() {
        Reference.User user = reference.randomActive(random);
        int roleId = otherRole(user);
        int level = 1 + random.nextInt(5);
        Sample added = bench.meter().change(() -> peer.addPivot(user.id, roleId, level));
        user.levels.put(roleId, level);
        Peer.Row row = row(user, "W4c");
        Verify.that(
                Verify.role(row, roleId, "W4c").level() == level && row.roles().size() == 6, "W4c");
        Sample deleted = bench.meter().change(() -> peer.deletePivot(user.id, roleId));
        user.levels.remove(roleId);
        Verify.that(row(user, "W4d").roles().size() == 5, "W4d");
        return List.of(added, deleted);
    }

    private int otherRole(Reference.User user) {
        int roleId = 1 + random.nextInt(reference.roleCount());
        while (user.levels.containsKey(roleId)) {
            roleId = 1 + random.nextInt(reference.roleCount());
        }
        return roleId;
    }

    private Sample changeAge() {
        Reference.User user = reference.randomActive(random);
        int age = otherAge(user.age, random);
        Sample sample = bench.meter().change(() -> peer.setAge(user.id, age));
        user.age = age;
        Verify.that(row(user, "W4e").age() == age, "W4e");
        return sample;
    }

    /** Any age of the dataset but this one. */
    static int otherAge(int age, Mulberry random) {
        return 18 + (age - 18 + 1 + random.nextInt(62)) % 63;
    }
}
