package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nested records for one save. Keys other than the primary one are given wherever nesting needs them, and are the same
 * wherever a record occurs, because nobody says what else should happen.
 */
final class DataGenerator {
    private final Dice dice;
    private final SchemaShape schema;
    private final ValueGenerator values;
    private final Map<List<Object>, Object> known = new HashMap<>();
    private final boolean nesting;
    private final boolean consistent;

    DataGenerator(Dice dice, SchemaShape schema, ValueGenerator values) {
        this.dice = dice;
        this.schema = schema;
        this.values = values;
        this.nesting = dice.may(Feature.NESTED_SAVES, 2);
        this.consistent = !dice.oneIn(4);
    }

    Map<String, Object> record(EntityShape entity) {
        return record(entity, Map.of(), nesting ? 3 : 0);
    }

    /**
     * {@code imposed} are attributes whose values its place in the data gives a record; those of its key have to be as
     * given.
     */
    private Map<String, Object> record(EntityShape entity, Map<String, Object> imposed, int depth) {
        Map<String, Object> record = values.record(entity);
        entity.key().stream().filter(imposed::containsKey).forEach(key -> record.put(key, imposed.get(key)));
        if (nesting) {
            giveKnownValues(entity, record);
        }
        if (depth == 0) {
            return record;
        }
        List<String> taken = new ArrayList<>(imposed.keySet());
        List<RelationShape> relations = new ArrayList<>(entity.relations());
        while (!relations.isEmpty()) {
            RelationShape relation = dice.one(relations);
            relations.remove(relation);
            boolean free = !relation.ownsKey() || Collections.disjoint(taken, relation.foreignKey());
            if (free && dice.oneIn(2)) {
                Object nested = nested(entity, record, relation, depth - 1);
                record.put(relation.name(), nested);
                taken.addAll(relation.ownsKey() ? relation.foreignKey() : List.of());
            }
        }
        leaveOut(entity, record, imposed);
        return record;
    }

    /** Now and then a key is left out where the place in the data gives it. */
    private void leaveOut(EntityShape entity, Map<String, Object> record, Map<String, Object> imposed) {
        for (String key : entity.key()) {
            if (imposed.containsKey(key) && dice.oneIn(2)) {
                record.remove(key);
            }
        }
    }

    /** Gives what a record has wherever it occurs: its custom keys, and mostly its other values as well. */
    private void giveKnownValues(EntityShape entity, Map<String, Object> record) {
        List<Object> id = new ArrayList<>(List.of(entity.name()));
        entity.key().forEach(key -> id.add(OracleValues.plain(record.get(key))));
        List<String> custom = schema.customKeys(entity);
        for (AttributeShape attribute : entity.attributes()) {
            String name = attribute.name();
            List<Object> place = new ArrayList<>(id);
            place.add(name);
            if (custom.contains(name)) {
                record.put(name, known.computeIfAbsent(place, any -> notNull(entity, attribute)));
            } else if (consistent && record.containsKey(name) && !entity.key().contains(name)) {
                known.putIfAbsent(place, record.get(name));
                record.put(name, known.get(place));
            }
        }
    }

    private Object notNull(EntityShape entity, AttributeShape attribute) {
        Object value = values.value(entity, attribute);
        return value == null ? notNull(entity, attribute) : value;
    }

    private Object nested(EntityShape entity, Map<String, Object> record, RelationShape relation, int depth) {
        if (dice.oneIn(12)) {
            return relation.isToMany() ? List.of() : null;
        }
        EntityShape related = schema.entity(relation.related());
        if (relation.kind() == RelationKind.MORPH_TO) {
            String target = dice.one(relation.targets());
            record.put(relation.morphType(), target);
            return owner(entity, record, relation, schema.entity(target), depth);
        }
        if (relation.kind() == RelationKind.BELONGS_TO) {
            return owner(entity, record, relation, related, depth);
        }
        if (relation.ordersByLink()) {
            return dice.some(1, 2, () -> record(related, Map.of(), depth));
        }
        if (relation.isThroughPivot()) {
            return dice.some(1, 2, () -> linked(relation, related, depth));
        }
        Map<String, Object> imposed = new LinkedHashMap<>();
        List<String> local = schema.parentAttributes(entity, relation);
        for (int i = 0; i < local.size(); i++) {
            imposed.put(relation.foreignKey().get(i), record.get(local.get(i)));
        }
        return relation.isToMany()
                ? dice.some(1, 2, () -> record(related, imposed, depth))
                : record(related, imposed, depth);
    }

    /** An owner; where the foreign key is part of the record's key, the owner has to have just this key. */
    private Object owner(
            EntityShape entity, Map<String, Object> record, RelationShape relation, EntityShape related, int depth) {
        List<String> near = schema.nearAttributes(relation, related.name());
        Map<String, Object> imposed = new LinkedHashMap<>();
        if (!Collections.disjoint(entity.key(), relation.foreignKey())) {
            if (!related.key().containsAll(near)) {
                return null;
            }
            for (int i = 0; i < near.size(); i++) {
                imposed.put(near.get(i), record.get(relation.foreignKey().get(i)));
            }
        }
        Map<String, Object> owner = values.record(related);
        owner.putAll(imposed);
        if (imposed.isEmpty()) {
            owner = record(related, Map.of(), depth);
        }
        giveKnownValues(related, owner);
        return owner;
    }

    private Map<String, Object> linked(RelationShape relation, EntityShape related, int depth) {
        Map<String, Object> record = record(related, Map.of(), depth);
        EntityShape pivot = schema.entity(relation.pivot());
        if (dice.oneIn(2)) {
            Map<String, Object> attributes = values.patch(pivot, ends(relation.pivot()));
            AttributeShape key = pivot.attribute(pivot.key().get(0));
            if (key.kind() == Kind.UID && dice.oneIn(2)) {
                attributes.put(key.name(), values.value(pivot, key));
            }
            record.put(relation.accessor(), attributes);
        }
        return record;
    }

    /** Attributes of a pivot by which some relation joins. */
    private List<String> ends(String pivot) {
        List<String> ends = new ArrayList<>();
        for (EntityShape entity : schema.entities()) {
            for (RelationShape relation : entity.relations()) {
                if (pivot.equals(relation.pivot())) {
                    ends.addAll(relation.foreignKey());
                    ends.addAll(relation.relatedPivotKey());
                    if (relation.morphType() != null) {
                        ends.add(relation.morphType());
                    }
                }
            }
        }
        return ends;
    }
}
