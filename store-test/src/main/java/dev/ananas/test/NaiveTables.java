package dev.ananas.test;

import dev.ananas.orm.Database;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one version as plain lists, and the entity types as they were declared. */
final class NaiveTables {
    private final Map<String, EntityType<?>> declared = new LinkedHashMap<>();
    private final Map<String, EntityType<?>> complete = new HashMap<>();

    /** By the entity that has the table. */
    private final Map<String, List<NaiveRow>> rows = new HashMap<>();

    private NaiveTables(List<EntityType<?>> types) {
        types.forEach(type -> declared.put(type.name(), type));
    }

    /** What a database has stored now. */
    static NaiveTables of(Database database, List<EntityType<?>> types) {
        NaiveTables tables = new NaiveTables(types);
        for (EntityType<?> type : types) {
            if (type.inheritance().base() == null) {
                List<NaiveRow> rows = new ArrayList<>();
                for (Object model : database.repository(type).stored()) {
                    String discriminator = type.inheritance().discriminator();
                    rows.add(new NaiveRow(tables.typeOf(type, model), model, rows.size(), discriminator));
                }
                tables.rows.put(type.name(), rows);
            }
        }
        return tables;
    }

    private EntityType<?> typeOf(EntityType<?> table, Object model) {
        if (model instanceof Row row) {
            return row.type();
        }
        for (String entity : declared.keySet()) {
            if (isBelow(entity, table.name()) && type(entity).model() == model.getClass()) {
                return type(entity);
            }
        }
        return type(table.name());
    }

    /** The rows of an entity and of its cases in insertion order. */
    List<NaiveRow> rows(String entity) {
        List<NaiveRow> found = new ArrayList<>();
        for (NaiveRow row : rows.getOrDefault(table(entity), List.of())) {
            if (isOf(row, entity)) {
                found.add(row);
            }
        }
        return found;
    }

    boolean isOf(NaiveRow row, String entity) {
        return isBelow(row.type().name(), entity);
    }

    private boolean isBelow(String entity, String base) {
        for (String one = entity; one != null; one = base(one)) {
            if (one.equals(base)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String base(String entity) {
        EntityType<?> type = declared.get(entity);
        return type == null ? null : type.inheritance().base();
    }

    /** The entity that has the table of an entity. */
    String table(String entity) {
        String base = base(entity);
        return base == null ? entity : table(base);
    }

    /** An entity type with what it inherits. */
    EntityType<?> type(String entity) {
        EntityType<?> known = complete.get(entity);
        if (known == null) {
            String base = base(entity);
            EntityType<?> own = Objects.requireNonNull(declared.get(entity), entity);
            known = base == null ? own : own.inheriting(type(base));
            complete.put(entity, known);
        }
        return known;
    }

    /** The attributes of the primary key. */
    List<String> key(String entity) {
        return type(entity).primaryKey();
    }

    /** The entity that declares a component of another one: itself, or the furthest base that has it. */
    String declaring(String entity, String component) {
        String base = base(entity);
        return base != null && type(base).component(component) != null ? declaring(base, component) : entity;
    }

    /** All attributes of a table, those of its cases included, each once. */
    List<Component.Attribute> attributes(String table) {
        Map<String, Component.Attribute> attributes = new LinkedHashMap<>();
        for (String entity : declared.keySet()) {
            if (isBelow(entity, table)) {
                for (Component component : type(entity).components()) {
                    if (component instanceof Component.Attribute attribute) {
                        attributes.putIfAbsent(attribute.name(), attribute);
                    }
                }
            }
        }
        return new ArrayList<>(attributes.values());
    }

    Component.@Nullable Attribute attribute(String entity, String name) {
        for (Component.Attribute attribute : attributes(table(entity))) {
            if (attribute.name().equals(name)) {
                return attribute;
            }
        }
        return null;
    }
}
