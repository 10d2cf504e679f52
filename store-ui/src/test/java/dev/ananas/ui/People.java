package dev.ananas.ui;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Change;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ComparableAttribute;
import dev.ananas.orm.query.ListAnswer;
import dev.ananas.orm.query.Query;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A database of people, who have a rank by which lists are ordered, and random writes to it. */
public final class People implements AutoCloseable {
    public static final EntityType<Row> TYPE = EntityType.dynamic("people")
            .number("id", null)
            .string("name", "")
            .number("rank", 0)
            .bool("active", true)
            .build();
    public static final ComparableAttribute<Row, String> NAME = ComparableAttribute.of("people", "name", String.class);
    public static final ComparableAttribute<Row, Integer> RANK =
            ComparableAttribute.of("people", "rank", Integer.class);

    public final Store store = Store.builder().linger(Duration.ZERO).build();
    /** Whether writes are refused. */
    public BooleanSupplier refuse = () -> false;

    public final Database db = Database.builder(store)
            .types(TYPE)
            .hooks(hooks -> hooks.onCreating(this::decide).onUpdating(this::decide))
            .build();
    public final Repository<Row> people = db.repository(TYPE);

    private HookResult<Object> decide(Change<Object> change) {
        return refuse.getAsBoolean() ? HookResult.veto() : HookResult.keep();
    }

    /** People with ids from 1 to {@code count}, whose ranks are ten times their ids. */
    public static People of(int count) {
        People people = new People();
        List<Map<String, ?>> data = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            data.add(Map.of("id", id, "name", "P" + id, "rank", id * 10));
        }
        people.people.insertMaps(data);
        return people;
    }

    public ListAnswer<Row> byRank() {
        return query();
    }

    public Query<Row> query() {
        return people.query().where("active", true).orderBy("rank").orderBy("id");
    }

    /** A query with another filter or another order. */
    public Query<Row> queryAtRandom(SplittableRandom random) {
        Query<Row> query = people.query().where("active", true);
        if (random.nextBoolean()) {
            query = random.nextBoolean()
                    ? query.where("rank", ">", random.nextInt(150))
                    : query.where("rank", "<", 50 + random.nextInt(2_000));
        }
        return switch (random.nextInt(3)) {
            case 0 -> query.orderBy("rank").orderBy("id");
            case 1 -> query.orderBy(RANK.desc()).orderBy("id");
            default -> query.orderBy("name");
        };
    }

    public void rank(int id, int rank) {
        people.saveMap(Map.of("id", id, "rank", rank));
    }

    public void name(int id, String name) {
        people.saveMap(Map.of("id", id, "name", name));
    }

    /** A few random writes in one transition: people come, go, are hidden, are renamed, change their rank. */
    public void writeAtRandom(SplittableRandom random, int ids) {
        store.transaction("random", () -> {
            for (int left = 1 + random.nextInt(6); left > 0; left--) {
                int id = 1 + random.nextInt(ids);
                switch (random.nextInt(6)) {
                    case 0 -> people.delete(id);
                    case 1 ->
                        people.insertMaps(List.of(Map.of("id", id, "name", "new" + id, "rank", random.nextInt(200))));
                    case 2 -> people.query().find((Object) id).get().ifPresent(row -> rank(id, random.nextInt(200)));
                    case 3 ->
                        people.query().find((Object) id).get().ifPresent(row -> name(id, "n" + random.nextInt(1000)));
                    case 4 ->
                        people.query()
                                .find((Object) id)
                                .get()
                                .ifPresent(row -> people.saveMap(Map.of("id", id, "active", random.nextInt(3) > 0)));
                    default -> swap(id, 1 + random.nextInt(ids));
                }
            }
        });
    }

    /** Two people change their ranks: nobody comes or goes. */
    public void swap(int first, int second) {
        Row one = people.find(first).orElse(null);
        Row other = people.find(second).orElse(null);
        if (one != null && other != null) {
            rank(first, ((Number) other.get("rank")).intValue());
            rank(second, ((Number) one.get("rank")).intValue());
        }
    }

    public static List<Object> ids(List<Row> rows) {
        return rows.stream().map(row -> row.get("id")).toList();
    }

    /** Waits until nothing is live any more: what was cancelled while a thread wrote goes a moment later. */
    public void awaitNothingLive() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!db.describe().levels().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still live: " + db.describe());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
