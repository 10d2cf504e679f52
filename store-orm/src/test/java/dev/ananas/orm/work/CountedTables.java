package dev.ananas.orm.work;

import dev.ananas.orm.Database;
import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.Repository;
import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * As many owners as asked for, each with one record behind every kind of relation and every action on delete. Knows which
 * stored records the library looks into: whoever reads a component of a record has visited it.
 */
final class CountedTables implements AutoCloseable {
    private static final int LOCKED = 50;

    private final Store store = Store.builder().linger(Duration.ZERO).build();
    private final Map<String, EntityType<List<Object>>> types = new LinkedHashMap<>();
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Database db;
    private boolean counting;

    CountedTables(int owners) {
        add(entity("owners")
                .attribute("name", String.class, "")
                .hasMany("things", "things", "ownerId")
                .onDelete(OnDelete.CASCADE)
                .hasMany("notes", "notes", "ownerId")
                .onDelete(OnDelete.SET_NULL)
                .hasMany("locks", "locks", "ownerId")
                .onDelete(OnDelete.RESTRICT)
                .morphMany("comments", "comments", "onId", "onType")
                .onDelete(OnDelete.CASCADE)
                .belongsToMany("tags", "tags", "ownerTags", "ownerId", "tagId")
                .onDelete(OnDelete.DETACH)
                .hasManyThrough("parts", "parts", "things", "ownerId", "thingId"));
        add(entity("things")
                .attribute("ownerId", Long.class, null)
                .belongsTo("owner", "owners", "ownerId")
                .hasMany("parts", "parts", "thingId")
                .onDelete(OnDelete.CASCADE));
        add(entity("parts").attribute("thingId", Long.class, null));
        add(entity("notes").attribute("ownerId", Long.class, null));
        add(entity("locks").attribute("ownerId", Long.class, null));
        add(entity("comments").attribute("onId", Long.class, null).attribute("onType", String.class, null));
        add(entity("tags")
                .attribute("name", String.class, "")
                .belongsToMany("owners", "owners", "ownerTags", "tagId", "ownerId")
                .onDelete(OnDelete.CASCADE));
        add(list("ownerTags")
                .attribute("ownerId", Long.class, null)
                .attribute("tagId", Long.class, null)
                .attribute("level", Long.class, 0L)
                .primaryKey("ownerId", "tagId"));
        db = Database.on(store, types.values().toArray(EntityType<?>[]::new));
        store.transaction("fill", () -> fill(owners));
        counting = true;
    }

    private void fill(int owners) {
        insert("owners", owners, id -> row(id, "owner " + id, null, null, null, null, null, null));
        insert("things", owners, id -> row(id, (long) id, null, null));
        insert("parts", owners, id -> row(id, (long) id));
        insert("notes", owners, id -> row(id, (long) id));
        insert("locks", LOCKED, id -> row(id, (long) id));
        insert("comments", owners, id -> row(id, (long) id, "owners"));
        insert("tags", owners, id -> row(id, "tag " + id, null));
        insert("ownerTags", owners, id -> row(id, (long) id, 1L));
    }

    private void insert(String entity, int rows, IntFunction<List<Object>> row) {
        List<List<Object>> models = new ArrayList<>(rows);
        for (int id = 1; id <= rows; id++) {
            models.add(row.apply(id));
        }
        of(entity).insertAll(models);
    }

    private static List<Object> row(int id, Object... others) {
        List<Object> row = new ArrayList<>();
        row.add((long) id);
        row.addAll(Arrays.asList(others));
        return row;
    }

    private EntityTypeBuilder<List<Object>> entity(String name) {
        return list(name).attribute("id", Long.class, null);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private EntityTypeBuilder<List<Object>> list(String name) {
        return EntityType.builder(name, (Class<List<Object>>) (Class) List.class)
                .access(new Visits());
    }

    private void add(EntityTypeBuilder<List<Object>> builder) {
        EntityType<List<Object>> type = builder.build();
        types.put(type.name(), type);
    }

    private final class Visits implements Access<List<Object>> {
        @Override
        public Object get(List<Object> model, int ordinal) {
            if (counting) {
                visited.add(model);
            }
            return model.get(ordinal);
        }

        @Override
        public List<Object> create(Object[] components) {
            return new ArrayList<>(Arrays.asList(components));
        }
    }

    Repository<List<Object>> of(String entity) {
        return db.repository(types.get(entity));
    }

    LiveGraph graph() {
        return LiveGraphs.of(db);
    }

    /** How many records were looked into while something ran, new ones included. */
    int visits(Runnable something) {
        visited.clear();
        something.run();
        return visited.size();
    }

    @Override
    public void close() {
        store.close();
    }
}
