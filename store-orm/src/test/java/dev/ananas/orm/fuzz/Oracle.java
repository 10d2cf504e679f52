package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of every entity in insertion order and nothing else: no index, no sequence number. Shares no code with the
 * library, and is slow.
 */
final class Oracle {
    private final SchemaShape schema;
    private Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private long millis = SteppedClock.START;

    /** The library has to refuse this write, and change nothing. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** An answer has more models than anybody can compare again and again. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge(int limit) {
            super("more than " + limit + " models in one answer");
        }
    }

    /** Nobody said what this write means; the generator avoids such programs, the shrinker may run into them. */
    static final class Unspecified extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unspecified(String message) {
            super(message);
        }
    }

    Oracle(SchemaShape schema) {
        this.schema = schema;
        for (EntityShape entity : schema.entities()) {
            if (entity.base() == null) {
                rows.put(entity.name(), new ArrayList<>());
            }
        }
    }

    /** The clock moves on. */
    void tick(long more) {
        millis += more;
    }

    SchemaShape schema() {
        return schema;
    }

    EntityShape entity(String name) {
        return schema.entity(name);
    }

    /** The rows that an entity sees, in insertion order. */
    List<Map<String, Object>> rows(String entity) {
        EntityShape shape = entity(entity);
        List<Map<String, Object>> all = table(shape);
        if (shape.base() == null) {
            return all;
        }
        List<Map<String, Object>> own = new ArrayList<>(all);
        own.removeIf(row -> !schema.family(shape).contains(caseOf(shape, row)));
        return own;
    }

    private List<Map<String, Object>> table(EntityShape entity) {
        return rows.get(schema.tableOf(entity).name());
    }

    /** The entity that a row of the table of an entity belongs to. */
    EntityShape caseOf(EntityShape entity, Map<String, Object> row) {
        EntityShape base = schema.tableOf(entity);
        if (base.discriminator() == null) {
            return entity;
        }
        Object value = row.get(base.discriminator());
        return schema.family(base).stream()
                .filter(one -> value != null && value.equals(one.value()))
                .findFirst()
                .orElse(base);
    }

    /** A row as conditions, orders and models see it. */
    Map<String, Object> read(EntityShape entity, Map<String, Object> row) {
        Map<String, Object> read = new LinkedHashMap<>();
        for (AttributeShape attribute : caseOf(entity, row).attributes()) {
            read.put(attribute.name(), OracleValues.read(attribute, row.get(attribute.name())));
        }
        return read;
    }

    /** A row as a model shows it that nobody said anything about. */
    Map<String, Object> shown(EntityShape entity, Map<String, Object> row) {
        Map<String, Object> shown = read(entity, row);
        for (AttributeShape attribute : caseOf(entity, row).attributes()) {
            if (attribute.is(Trait.HIDDEN) || attribute.kind() == Kind.TIMES) {
                shown.remove(attribute.name());
            }
        }
        return shown;
    }

    /** Everything, to come back to. */
    Map<String, List<Map<String, Object>>> snapshot() {
        Map<String, List<Map<String, Object>>> copy = new LinkedHashMap<>();
        rows.forEach((entity, list) -> copy.put(entity, new ArrayList<>(list)));
        return copy;
    }

    void restore(Map<String, List<Map<String, Object>>> snapshot) {
        rows = snapshot;
    }

    /** The key of a row as a list of its parts. */
    List<Object> keyOf(EntityShape entity, Map<String, Object> row) {
        return values(row, entity.key());
    }

    static List<Object> values(Map<String, Object> row, List<String> attributes) {
        List<Object> values = new ArrayList<>();
        attributes.forEach(attribute -> values.add(row.get(attribute)));
        return values;
    }

    /** A key as programs write it, as a list of its parts. */
    List<Object> key(EntityShape entity, Object key) {
        List<?> parts = entity.key().size() > 1 ? (List<?>) key : List.of(key);
        List<Object> plain = new ArrayList<>();
        parts.forEach(part -> plain.add(OracleValues.plain(part)));
        return plain;
    }

    /** Place of the row with this key, or -1. */
    int find(EntityShape entity, List<Object> key) {
        List<Map<String, Object>> list = table(entity);
        for (int i = 0; i < list.size(); i++) {
            if (keyOf(entity, list.get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    Map<String, Object> get(EntityShape entity, List<Object> key) {
        int place = find(entity, key);
        return place < 0 ? null : table(entity).get(place);
    }

    /** The declared attributes among some data, in stored form. */
    Map<String, Object> declared(EntityShape entity, Map<String, ?> data) {
        Map<String, Object> declared = new LinkedHashMap<>();
        for (AttributeShape attribute : schema.seen(schema.tableOf(entity)).attributes()) {
            if (data.containsKey(attribute.name())) {
                declared.put(attribute.name(), OracleValues.stored(attribute, data.get(attribute.name())));
            }
        }
        EntityShape base = schema.tableOf(entity);
        Object value = declared.get(base.discriminator());
        if (value != null && schema.family(base).stream().noneMatch(one -> value.equals(one.value()))) {
            throw new Refused("not a case of " + base.name() + ": " + value);
        }
        return declared;
    }

    /** The declared attributes among the data of a record; a record given to a case is of that case unless it tells another. */
    Map<String, Object> given(EntityShape entity, Map<String, ?> data) {
        Map<String, Object> declared = declared(entity, data);
        EntityShape base = schema.tableOf(entity);
        if (entity.base() == null) {
            return declared;
        }
        Object value = declared.get(base.discriminator());
        if (value == null) {
            declared.put(base.discriminator(), entity.value());
        } else if (schema.family(entity).stream().noneMatch(one -> value.equals(one.value()))) {
            throw new Refused("not a case of " + entity.name() + ": " + value);
        }
        return declared;
    }

    /** Lays values over a row; a generated attribute that has an id keeps it where null is given. */
    void lay(EntityShape entity, Map<String, Object> row, Map<String, Object> values) {
        EntityShape seen = schema.seen(schema.tableOf(entity));
        values.forEach((name, value) -> {
            boolean keeps = value == null && seen.attribute(name).kind() == Kind.UID && row.get(name) != null;
            row.put(name, keeps ? row.get(name) : value);
        });
    }

    /** An entity with what its cases have besides. */
    EntityShape seen(EntityShape entity) {
        return schema.seen(entity);
    }

    /** The row of a key, if the entity sees it. */
    Map<String, Object> see(EntityShape entity, List<Object> key) {
        Map<String, Object> row = get(entity, key);
        return row != null && schema.family(entity).contains(caseOf(entity, row)) ? row : null;
    }

    /** A whole row of these values and defaults; ids that the library generates are unknown. */
    Map<String, Object> whole(EntityShape entity, Map<String, Object> values) {
        String discriminator = schema.tableOf(entity).discriminator();
        Map<String, Object> given = new LinkedHashMap<>(values);
        if (discriminator != null && given.get(discriminator) == null) {
            given.put(discriminator, schema.tableOf(entity).value());
        }
        return normal(entity, given);
    }

    /** A row with the attributes of its case and no others, with defaults for those that it lacks. */
    Map<String, Object> normal(EntityShape entity, Map<String, Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (AttributeShape attribute : caseOf(entity, values).attributes()) {
            Object value = values.containsKey(attribute.name())
                    ? values.get(attribute.name())
                    : OracleValues.plain(attribute.standard());
            boolean generated = attribute.kind() == Kind.UID && value == null;
            row.put(attribute.name(), generated ? new OracleValues.Unknown() : value);
        }
        return row;
    }

    /** Stores a whole row, in the place of the one with its key or at the end. */
    Map<String, Object> put(EntityShape entity, Map<String, Object> row) {
        List<Object> key = keyOf(entity, row);
        if (key.contains(null)) {
            throw new Refused("incomplete key " + key + " in " + entity.name());
        }
        refuseDuplicates(entity, key, row);
        int place = find(entity, key);
        stamp(entity, row, place < 0 ? null : table(entity).get(place));
        if (place < 0) {
            table(entity).add(row);
        } else {
            table(entity).set(place, row);
        }
        return row;
    }

    /** Whatever a row says about its times: stored first when the one before it was, and last now. */
    private void stamp(EntityShape entity, Map<String, Object> row, Map<String, Object> before) {
        AttributeShape times = schema.tableOf(entity).times();
        if (times != null) {
            double now = Math.floor(millis / 1000.0);
            Object first = before == null ? now : ((Map<?, ?>) before.get(times.name())).get("createdAt");
            row.put(times.name(), Map.of("createdAt", first, "updatedAt", now));
        }
    }

    private void refuseDuplicates(EntityShape entity, List<Object> key, Map<String, Object> row) {
        EntityShape own = caseOf(entity, row);
        for (EntityShape one = own; one != null; one = one.base() == null ? null : entity(one.base())) {
            for (List<String> unique : one.unique()) {
                List<Object> values = values(row, unique);
                for (Map<String, Object> other : rows(one.name())) {
                    if (!values.contains(null)
                            && values.equals(values(other, unique))
                            && !key.equals(keyOf(entity, other))) {
                        throw new Refused(unique + " has to be unique in " + one.name());
                    }
                }
            }
        }
    }

    Map<String, Object> remove(EntityShape entity, List<Object> key) {
        int place = find(entity, key);
        return place < 0 ? null : table(entity).remove(place);
    }

    long clear(EntityShape entity) {
        List<Map<String, Object>> own = List.copyOf(rows(entity.name()));
        own.forEach(row -> remove(entity, keyOf(entity, row)));
        return own.size();
    }
}
