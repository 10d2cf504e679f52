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

    /** The library has to refuse this write, and change nothing. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
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
        schema.entities().forEach(entity -> rows.put(entity.name(), new ArrayList<>()));
    }

    SchemaShape schema() {
        return schema;
    }

    EntityShape entity(String name) {
        return schema.entity(name);
    }

    List<Map<String, Object>> rows(String entity) {
        return rows.get(entity);
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
        List<Map<String, Object>> list = rows.get(entity.name());
        for (int i = 0; i < list.size(); i++) {
            if (keyOf(entity, list.get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    Map<String, Object> get(EntityShape entity, List<Object> key) {
        int place = find(entity, key);
        return place < 0 ? null : rows.get(entity.name()).get(place);
    }

    /** The declared attributes among some data, in stored form. */
    Map<String, Object> declared(EntityShape entity, Map<String, ?> data) {
        Map<String, Object> declared = new LinkedHashMap<>();
        for (AttributeShape attribute : entity.attributes()) {
            if (data.containsKey(attribute.name())) {
                declared.put(attribute.name(), OracleValues.stored(attribute.kind(), data.get(attribute.name())));
            }
        }
        return declared;
    }

    /** Stores a row of these values and defaults, in the place of the one with its key or at the end. */
    Map<String, Object> replace(EntityShape entity, Map<String, Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (AttributeShape attribute : entity.attributes()) {
            Object value = values.containsKey(attribute.name()) ? values.get(attribute.name()) : attribute.standard();
            boolean generated = attribute.kind() == Kind.UID && value == null;
            row.put(attribute.name(), generated ? new OracleValues.Unknown() : OracleValues.plain(value));
        }
        return put(entity, row);
    }

    /** Changes these values of the row with their key, or stores a new one. */
    Map<String, Object> merge(EntityShape entity, Map<String, Object> values) {
        List<Object> key = values(values, entity.key());
        Map<String, Object> old = key.contains(null) ? null : get(entity, key);
        if (old == null) {
            return replace(entity, values);
        }
        Map<String, Object> row = new LinkedHashMap<>(old);
        row.putAll(values);
        return put(entity, row);
    }

    private Map<String, Object> put(EntityShape entity, Map<String, Object> row) {
        List<Object> key = keyOf(entity, row);
        if (key.contains(null)) {
            throw new Refused("incomplete key " + key + " in " + entity.name());
        }
        int place = find(entity, key);
        if (place < 0) {
            rows.get(entity.name()).add(row);
        } else {
            rows.get(entity.name()).set(place, row);
        }
        return row;
    }

    Map<String, Object> remove(EntityShape entity, List<Object> key) {
        int place = find(entity, key);
        return place < 0 ? null : rows.get(entity.name()).remove(place);
    }

    long clear(EntityShape entity) {
        long size = rows.get(entity.name()).size();
        rows.get(entity.name()).clear();
        return size;
    }
}
