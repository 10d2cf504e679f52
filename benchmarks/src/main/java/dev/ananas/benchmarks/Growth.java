package dev.ananas.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * What changes cost the open queries of Ananas at two sizes, counted instead of timed: {@code Growth <users> <users>}. Prints a
 * table, and fails if a workload costs more than {@value #MOST} times as much at the second size.
 *
 * <p>The same few users and roles are changed again and again. A list that nobody has read or touched costs its length once; at the
 * smaller size chance would soon have touched all of them, at the larger one hardly any.
 */
public final class Growth {
    private static final double MOST = 2.5;
    private static final int CHANGES = 40;
    private static final int USERS = 20;
    private static final int ROLES = 4;
    private static final int QUERIES = 1_000;
    private static final int SEED = 7;

    private final AnanasPeer peer = new AnanasPeer();
    private final Mulberry random = new Mulberry(SEED);
    private final Map<String, Double> work = new LinkedHashMap<>();
    private final Reference reference;

    private Growth(int size) {
        Dataset data = Dataset.generate(size);
        this.reference = new Reference(data);
        peer.load(data);
    }

    /**
     * Counts and prints.
     *
     * @param args two numbers of users
     */
    public static void main(String[] args) {
        Map<String, Double> small = count(Integer.parseInt(args[0]));
        Map<String, Double> large = count(Integer.parseInt(args[1]));
        System.out.printf(
                "| work of a change | %s users | %s users | ratio |%n| --- | --- | --- | --- |%n", args[0], args[1]);
        List<String> grown = new ArrayList<>();
        small.forEach((workload, before) -> {
            double after = Objects.requireNonNull(large.get(workload), workload);
            double ratio = after / Math.max(before, 1);
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.2f |%n", workload, before, after, ratio);
            if (ratio > MOST) {
                grown.add(workload);
            }
        });
        if (!grown.isEmpty()) {
            throw new IllegalStateException("more than " + MOST + " times the work: " + grown);
        }
    }

    private static Map<String, Double> count(int size) {
        Growth growth = new Growth(size);
        growth.main();
        growth.window();
        growth.members();
        growth.many();
        growth.peer.close();
        return growth.work;
    }

    private void main() {
        RowReader reader = new RowReader();
        reader.readPage(peer.liveMain(() -> {}));
        average("W4a", i -> peer.setName(active(), random.letters(10)));
        average("W4b", i -> peer.setTitle(role(), random.letters(8)));
        links("W4c", "W4d", this::active, this::role);
        average("W4e", i -> peer.setAge(active(), 200 + i));
    }

    private void window() {
        Peer.Live first = peer.liveWindow(() -> {});
        average("W6in", i -> peer.setAge(first.row(random.nextInt(first.size())).id(), 1_000 + i));
        average("W6out", i -> peer.setAge(active(), 2_000 + i));
        int user = active();
        average("W6enter", i -> peer.setName(user, "aaaa" + random.letters(6)));
    }

    private void members() {
        int role = role();
        peer.liveHas(role, () -> {});
        links("W7ins", "W7del", this::active, () -> role);
    }

    private void many() {
        int[] active = reference.active();
        for (int i = 0; i < Math.min(QUERIES, active.length); i++) {
            peer.liveById(active[i], () -> {});
        }
        average("W5", i -> peer.setName(active(), random.letters(10)));
    }

    private int active() {
        return reference.active()[random.nextInt(USERS)];
    }

    private int role() {
        return 1 + random.nextInt(ROLES);
    }

    private void average(String workload, IntConsumer change) {
        long sum = 0;
        for (int i = 0; i < CHANGES; i++) {
            change.accept(i);
            sum += peer.work();
        }
        work.put(workload, (double) sum / CHANGES);
    }

    /** Links that do not exist, added and removed again. */
    private void links(String insert, String delete, Draw user, Draw role) {
        long inserted = 0;
        long deleted = 0;
        for (int i = 0; i < CHANGES; ) {
            int userId = user.next();
            int roleId = role.next();
            if (!reference.user(userId).levels.containsKey(roleId)) {
                peer.addPivot(userId, roleId, 3);
                inserted += peer.work();
                peer.deletePivot(userId, roleId);
                deleted += peer.work();
                i++;
            }
        }
        work.put(insert, (double) inserted / CHANGES);
        work.put(delete, (double) deleted / CHANGES);
    }

    private interface Draw {
        int next();
    }
}
