package dev.ananas.orm.query;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A database with every kind of relation, and what each of them means in plain loops over all rows. */
final class Zoo implements AutoCloseable {
    final Store store = Store.builder().linger(Duration.ZERO).build();
    final Database db;
    final Map<String, Repository<Row>> tables = new LinkedHashMap<>();
    final Map<String, List<Link>> links = new LinkedHashMap<>();

    /** A relation: where it leads, and the related rows, maybe several times, in insertion order if it leads to one. */
    record Link(String name, boolean one, List<String> entities, Function<Row, List<Row>> related) {}

    private final boolean indexed;

    Zoo() {
        this(false);
    }

    /** With sorted indexes on what queries compare and order by, or without them. */
    Zoo(boolean indexed) {
        this.indexed = indexed;
        List<EntityType<Row>> types = List.of(
                people(),
                pets(),
                toys(),
                clubs(),
                passports(),
                notes("notes"),
                notes("photos"),
                tags(),
                memberships(),
                taggings());
        db = Database.on(store, types.toArray(new EntityType<?>[0]));
        types.forEach(type -> tables.put(type.name(), db.repository(type)));
        links();
    }

    private EntityTypeBuilder<Row> thing(String name) {
        EntityTypeBuilder<Row> thing =
                EntityType.dynamic(name).attr("id", null).string("name", null).number("size", null);
        return indexed ? thing.sortedIndex("size").sortedIndex("name", "size") : thing;
    }

    private EntityType<Row> people() {
        return thing("people")
                .attr("bossId", null)
                .attr("friendIds", null)
                .hasMany("pets", "pets", "ownerId")
                .hasOne("passport", "passports", "ownerId")
                .belongsTo("boss", "people", "bossId")
                .hasManyBy("friends", "people", "friendIds")
                .belongsToMany("clubs", "clubs", "memberships", "personId", "clubId")
                .hasManyThrough("toys", "toys", "pets", "ownerId", "petId")
                .morphOne("photo", "photos", "aboutId", "aboutType")
                .morphMany("notes", "notes", "aboutId", "aboutType")
                .morphToMany("tags", "tags", "taggings", "tagId", "itemId", "itemType")
                .build();
    }

    private EntityType<Row> pets() {
        EntityTypeBuilder<Row> pets = EntityType.dynamic("pets");
        return (indexed ? pets.sortedIndex("ownerId", "size").sortedIndex("name") : pets)
                .attr("ownerId", null)
                .attr("id", null)
                .number("size", null)
                .string("name", null)
                .belongsTo("owner", "people", "ownerId")
                .hasMany("toys", "toys", "petId")
                .morphMany("notes", "notes", "aboutId", "aboutType")
                .morphToMany("tags", "tags", "taggings", "tagId", "itemId", "itemType")
                .build();
    }

    private EntityType<Row> toys() {
        return thing("toys")
                .attr("petId", null)
                .belongsTo("pet", "pets", "petId")
                .build();
    }

    private EntityType<Row> clubs() {
        return thing("clubs")
                .belongsToMany("members", "people", "memberships", "clubId", "personId")
                .build();
    }

    private EntityType<Row> passports() {
        return thing("passports")
                .attr("ownerId", null)
                .belongsTo("owner", "people", "ownerId")
                .build();
    }

    private EntityType<Row> notes(String name) {
        return thing(name)
                .attr("aboutId", null)
                .attr("aboutType", null)
                .morphTo("about", "aboutId", "aboutType", "people", "pets")
                .build();
    }

    private EntityType<Row> tags() {
        return thing("tags")
                .morphedByMany("people", "people", "taggings", "tagId", "itemId", "itemType")
                .morphedByMany("pets", "pets", "taggings", "tagId", "itemId", "itemType")
                .build();
    }

    private EntityType<Row> memberships() {
        return thing("memberships").attr("personId", null).attr("clubId", null).build();
    }

    private static EntityType<Row> taggings() {
        return EntityType.dynamic("taggings")
                .attr("tagId", null)
                .attr("itemId", null)
                .attr("itemType", null)
                .primaryKey("tagId", "itemId", "itemType")
                .build();
    }

    private void links() {
        many("people", "pets", "pets", row -> rows("pets", "ownerId", row.get("id")));
        one("people", "passport", "passports", row -> rows("passports", "ownerId", row.get("id")));
        one("people", "boss", "people", row -> rows("people", "id", row.get("bossId")));
        many("people", "friends", "people", this::friends);
        many("people", "clubs", "clubs", row -> over("memberships", "personId", row, "clubId", "clubs"));
        many("people", "toys", "toys", row -> onward(rows("pets", "ownerId", row.get("id")), "id", "toys", "petId"));
        one("people", "photo", "photos", row -> about("photos", "people", row));
        many("clubs", "members", "people", row -> over("memberships", "clubId", row, "personId", "people"));
        one("pets", "owner", "people", row -> rows("people", "id", row.get("ownerId")));
        many("pets", "toys", "toys", row -> rows("toys", "petId", row.get("id")));
        one("toys", "pet", "pets", row -> rows("pets", "id", row.get("petId")));
        one("passports", "owner", "people", row -> rows("people", "id", row.get("ownerId")));
        for (String item : List.of("people", "pets")) {
            many(item, "notes", "notes", row -> about("notes", item, row));
            many(item, "tags", "tags", row -> onward(taggings("itemId", row, item), "tagId", "tags", "id"));
            many("tags", item, item, row -> onward(taggings("tagId", row, item), "itemId", item, "id"));
        }
        for (String entity : List.of("notes", "photos")) {
            add(entity, new Link("about", true, List.of("people", "pets"), this::about));
        }
    }

    private void many(String entity, String name, String far, Function<Row, List<Row>> related) {
        add(entity, new Link(name, false, List.of(far), related));
    }

    private void one(String entity, String name, String far, Function<Row, List<Row>> related) {
        add(entity, new Link(name, true, List.of(far), related));
    }

    private void add(String entity, Link link) {
        links.computeIfAbsent(entity, key -> new ArrayList<>()).add(link);
    }

    List<Row> rows(String entity, String attribute, Object value) {
        List<Row> rows = new ArrayList<>(tables.get(entity).all());
        rows.removeIf(row -> value == null || !Objects.equals(row.get(attribute), value));
        return rows;
    }

    private List<Row> onward(List<Row> from, String attribute, String entity, String other) {
        List<Row> found = new ArrayList<>();
        from.forEach(row -> found.addAll(rows(entity, other, row.get(attribute))));
        return found;
    }

    private List<Row> over(String pivots, String near, Row row, String far, String entity) {
        return onward(rows(pivots, near, row.get("id")), far, entity, "id");
    }

    private List<Row> taggings(String attribute, Row row, String item) {
        List<Row> pivots = rows("taggings", attribute, row.get("id"));
        pivots.removeIf(pivot -> !item.equals(pivot.get("itemType")));
        return pivots;
    }

    private List<Row> about(String notes, String entity, Row row) {
        List<Row> found = rows(notes, "aboutId", row.get("id"));
        found.removeIf(note -> !entity.equals(note.get("aboutType")));
        return found;
    }

    private List<Row> about(Row note) {
        Object type = note.get("aboutType");
        boolean known = Arrays.asList("people", "pets").contains(type);
        return known ? rows((String) type, "id", note.get("aboutId")) : List.of();
    }

    private List<Row> friends(Row row) {
        List<Row> found = new ArrayList<>();
        if (row.get("friendIds") instanceof List<?> ids) {
            ids.forEach(id -> found.addAll(rows("people", "id", id)));
        }
        return found;
    }

    @Override
    public void close() {
        store.close();
    }
}
