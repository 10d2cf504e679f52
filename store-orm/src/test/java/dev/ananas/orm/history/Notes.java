package dev.ananas.orm.history;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;

/** A store with a table of notes that has a parent for each, and live queries that are open all the while. */
final class Notes implements AutoCloseable {
    static final List<String> FIELDS = List.of("a", "b", "parent");

    final EntityType<Row> note = EntityType.dynamic("notes")
            .number("id", 0)
            .number("a", 0)
            .number("b", 0)
            .attr("parent", null)
            .hasMany("children", "notes", "parent")
            .build();
    final Store store;
    final Database db;
    final Repository<Row> notes;
    private final List<List<?>> live = new ArrayList<>();

    Notes() {
        this(Store.builder().history(HistoryOptions.defaults()).build());
    }

    Notes(Store store) {
        this.store = store;
        this.db = Database.on(store, note);
        this.notes = db.repository(note);
        keep(notes.query().with("children").flux());
        keep(notes.query().where("a", 1).orderBy("b").flux());
    }

    private void keep(Flux<? extends List<?>> flux) {
        int place = live.size();
        live.add(List.of());
        flux.subscribe(list -> live.set(place, list));
    }

    /** The rows as plain maps, by key. */
    static Map<Object, Map<String, Object>> contents(Repository<Row> notes) {
        Map<Object, Map<String, Object>> all = new TreeMap<>();
        notes.query().get().forEach(row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            FIELDS.forEach(field -> values.put(field, row.get(field)));
            all.put(row.get("id"), values);
        });
        return all;
    }

    Map<Object, Map<String, Object>> contents() {
        return contents(notes);
    }

    /** What arrived at the live queries is what they answer now. */
    void checkLive() {
        check(live.get(0), notes.query().with("children").get());
        check(live.get(1), notes.query().where("a", 1).orderBy("b").get());
    }

    private static void check(List<?> arrived, List<?> asked) {
        if (!arrived.equals(asked)) {
            throw new AssertionError("live " + arrived + "\nasked " + asked);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
