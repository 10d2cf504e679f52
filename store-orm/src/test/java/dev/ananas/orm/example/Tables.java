package dev.ananas.orm.example;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A database of entities without classes, by name. */
public final class Tables implements AutoCloseable {
    public final Store store = Store.create();
    private final Map<String, EntityType<Row>> types = new LinkedHashMap<>();
    private final Database db;

    @SafeVarargs
    @SuppressWarnings("varargs")
    public Tables(EntityType<Row>... all) {
        this(Clock.systemUTC(), all);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public Tables(Clock clock, EntityType<Row>... all) {
        for (EntityType<Row> type : all) {
            types.put(type.name(), type);
        }
        db = Database.builder(store).clock(clock).types(all).build();
    }

    public Repository<Row> of(String entity) {
        return db.repository(types.get(entity));
    }

    /** All rows of an entity, each as text. */
    public List<String> rows(String entity) {
        return of(entity).all().stream().map(Row::toString).toList();
    }

    /** What is stored of an entity, each row as text. */
    public List<String> stored(String entity) {
        return of(entity).stored().stream().map(Row::toString).toList();
    }

    public static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    @Override
    public void close() {
        store.close();
    }
}
