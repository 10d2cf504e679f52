package dev.ananas.benchmarks;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** W6: the first 50 of the main query live, and changes inside, outside and across the edge of that window. */
final class WindowWorkloads {
    private final Bench bench;
    private final Peer peer;
    private final Reference reference;
    private final Mulberry random;
    private final List<Reference.User> order;
    private Peer.@Nullable Live live;

    private WindowWorkloads(Bench bench) {
        Bench.Loaded loaded = bench.load();
        this.bench = bench;
        this.peer = loaded.peer();
        this.reference = loaded.reference();
        this.random = loaded.random();
        this.order = reference.sorted();
    }

    static void run(Bench bench) {
        WindowWorkloads workloads = new WindowWorkloads(bench);
        workloads.open();
        bench.change("W6in", workloads::check, workloads::changeInside);
        bench.change("W6out", workloads::check, workloads::changeOutside);
        bench.changes(List.of("W6enter", "W6leave"), workloads::check, repetition -> workloads.enterAndLeave());
    }

    private void open() {
        live = peer.liveWindow(this::notified);
        bench.reader().readPage(live());
        check("open");
    }

    private Peer.Live live() {
        return Objects.requireNonNull(live);
    }

    private void notified() {
        bench.reader().readPage(live());
        bench.meter().notified();
    }

    private void check(String workload) {
        List<Reference.User> expected = reference.sorted();
        Verify.that(live().size() == RowReader.PAGE, workload);
        for (int i = 0; i < RowReader.PAGE; i++) {
            Verify.that(live().row(i).id() == expected.get(i).id, workload + " ids");
        }
        Verify.that(RowReader.hash(live()) == reference.hash(), workload + " hash");
    }

    private Reference.User outside() {
        return order.get(RowReader.PAGE + random.nextInt(order.size() - RowReader.PAGE));
    }

    private Sample changeInside() {
        Reference.User user = order.get(random.nextInt(RowReader.PAGE));
        int age = LiveWorkloads.otherAge(user.age, random);
        Sample sample = bench.meter().change(() -> peer.setAge(user.id, age));
        user.age = age;
        Verify.that(Verify.present(live().get(user.id), "W6in").age() == age, "W6in");
        return sample;
    }

    /** Nobody has to be notified. */
    private Sample changeOutside() {
        Reference.User user = outside();
        int age = LiveWorkloads.otherAge(user.age, random);
        Sample sample = bench.meter().time(() -> peer.setAge(user.id, age));
        user.age = age;
        Verify.that(peer.find(user.id).age() == age, "W6out");
        return sample;
    }

    private List<Sample> enterAndLeave() {
        Reference.User user = outside();
        String before = user.name;
        String first = "aaaa" + random.letters(6);
        Sample entered = bench.meter().change(() -> peer.setName(user.id, first));
        user.name = first;
        Verify.that(Verify.present(live().get(user.id), "W6enter").name().equals(first), "W6enter");
        Sample left = bench.meter().change(() -> peer.setName(user.id, before));
        user.name = before;
        Verify.that(live().get(user.id) == null, "W6leave");
        return List.of(entered, left);
    }
}
