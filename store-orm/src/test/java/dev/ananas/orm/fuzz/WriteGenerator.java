package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random writes. */
final class WriteGenerator {
    private final Dice dice;
    private final SchemaShape schema;
    private final ValueGenerator values;
    private final QueryGenerator queries;
    private final boolean converts;

    WriteGenerator(Dice dice, SchemaShape schema, QueryGenerator queries) {
        this.dice = dice;
        this.schema = schema;
        this.values = new ValueGenerator(dice, schema);
        this.queries = queries;
        this.converts =
                schema.entities().stream().anyMatch(entity -> !entity.hooks().isEmpty())
                        || schema.entities().stream()
                                .flatMap(entity -> entity.attributes().stream())
                                .anyMatch(attribute -> attribute.is(Trait.HIDDEN)
                                        || attribute.kind() == Kind.TIMES
                                        || attribute.traits().stream().anyMatch(Trait::changesReading));
    }

    Step.Write write() {
        EntityShape entity = dice.one(schema.entities());
        if (dice.may(Feature.LINKS, 4)) {
            Step.Write link = link();
            if (link != null) {
                return link;
            }
        }
        return switch (dice.below(20)) {
            case 0, 1, 2, 3 -> new Step.Insert(entity.name(), failing(entity, records(entity)));
            case 4, 5, 6, 7 -> save(entity);
            case 8, 9, 10 -> dice.may(Feature.UPDATES) ? update(entity) : save(entity);
            case 11, 12, 13, 14 -> dice.may(Feature.DELETES) ? delete(entity) : save(entity);
            case 15 -> dice.may(Feature.EMPTYING, 3) ? new Step.Clear(entity.name()) : save(entity);
            case 16 ->
                dice.may(Feature.EMPTYING, 2)
                        ? new Step.Fresh(entity.name(), failing(entity, records(entity)))
                        : save(entity);
            case 17 -> dice.may(Feature.STORE_AGAIN) && !converts ? storeAgain(entity) : save(entity);
            case 18 -> dice.may(Feature.FIND_OR_SAVE) ? findOrSave(entity) : save(entity);
            default -> dice.may(Feature.CREATE, 3) ? new Step.Create(entity.name()) : save(entity);
        };
    }

    /** Some rows for an entity, to start with. */
    Step.Write fill(EntityShape entity) {
        boolean generated = entity.attribute(entity.key().get(0)).kind() == Kind.UID;
        return new Step.Insert(entity.name(), dice.some(2, generated ? 12 : 6, () -> values.record(entity)));
    }

    private Step.Write storeAgain(EntityShape entity) {
        Step.Again how = dice.one(Step.Again.values());
        boolean fresh = how == Step.Again.FRESH;
        QueryShape query = fresh ? queries.selection(entity) : queries.everythingRelated(entity);
        return new Step.StoreAgain(entity.name(), query, how);
    }

    private List<Map<String, Object>> records(EntityShape entity) {
        return dice.some(0, 3, () -> values.record(entity));
    }

    private Step.Write save(EntityShape entity) {
        DataGenerator data = new DataGenerator(dice, schema, values);
        List<Map<String, Object>> records = failing(entity, dice.some(1, 2, () -> data.record(entity)));
        if (dice.may(Feature.FAILURES, 12)) {
            misshape(entity, records.get(0));
        }
        return new Step.Save(entity.name(), records, dice.may(Feature.SYNC, 4));
    }

    private Step.Write findOrSave(EntityShape entity) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (AttributeShape attribute : entity.attributes()) {
            if (attribute.traits().isEmpty() && attribute.kind().isPlain() && dice.oneIn(3)) {
                attributes.put(attribute.name(), values.value(entity, attribute));
            }
        }
        Map<String, Object> more = dice.oneIn(2) ? values.record(entity) : values.patch(entity, List.of());
        return new Step.FindOrSave(entity.name(), attributes, more, dice.oneIn(2));
    }

    /** A list or a key where one record is expected. */
    private void misshape(EntityShape entity, Map<String, Object> record) {
        for (RelationShape relation : entity.relations()) {
            if (!relation.isToMany()) {
                EntityShape related = schema.entity(relation.related());
                Object bad = dice.oneIn(2) ? List.of(values.record(related)) : values.key(related);
                record.put(relation.name(), bad);
                return;
            }
        }
    }

    /** Now and then the last of the records cannot be stored, so none may be. */
    private List<Map<String, Object>> failing(EntityShape entity, List<Map<String, Object>> records) {
        if (!dice.may(Feature.FAILURES, 12)) {
            return records;
        }
        Map<String, Object> bad = new LinkedHashMap<>(values.record(entity));
        AttributeShape attribute = dice.one(entity.attributes());
        String key = entity.key().get(0);
        if (attribute.kind() == Kind.TEXT) {
            bad.put(attribute.name(), 1);
        } else if (attribute.kind() == Kind.NUMBER) {
            bad.put(attribute.name(), "one");
        } else if (entity.attribute(key).kind() != Kind.UID
                && entity.attribute(key).standard() == null) {
            bad.remove(key);
        }
        records.add(bad);
        return records;
    }

    private Step.Write update(EntityShape entity) {
        Map<String, Object> patch = values.patch(entity, List.of());
        return dice.oneIn(2)
                ? new Step.UpdateKey(entity.name(), values.key(entity), patch)
                : new Step.UpdateQuery(entity.name(), queries.selection(entity), patch);
    }

    private Step.Write delete(EntityShape entity) {
        return switch (dice.below(3)) {
            case 0 -> new Step.DeleteKey(entity.name(), values.key(entity));
            case 1 -> new Step.DeleteQuery(entity.name(), queries.selection(entity));
            default -> new Step.Destroy(entity.name(), values.keys(entity, 0, 3));
        };
    }

    private Step.Write link() {
        List<Step.Write> choices = new ArrayList<>();
        for (EntityShape entity : schema.entities()) {
            for (RelationShape relation : entity.relations()) {
                if (relation.isThroughPivot()) {
                    choices.add(dice.oneIn(2) ? linkKeys(entity, relation) : linkPivots(entity, relation));
                } else if (relation.kind() != RelationKind.HAS_MANY_THROUGH && dice.may(Feature.ASSOCIATIONS)) {
                    choices.add(relation.isToMany() ? linkKeys(entity, relation) : associate(entity, relation));
                }
            }
        }
        return choices.isEmpty() ? null : dice.one(choices);
    }

    private Step.Write associate(EntityShape entity, RelationShape relation) {
        String target = dice.one(relation.targets());
        Object related = dice.oneIn(4) ? null : values.key(schema.entity(target));
        return new Step.Associate(entity.name(), relation.name(), values.key(entity), target, related);
    }

    private Step.Write linkKeys(EntityShape entity, RelationShape relation) {
        return new Step.LinkKeys(
                entity.name(),
                relation.name(),
                dice.one(Step.KeysCall.values()),
                values.key(entity),
                values.keys(schema.entity(relation.related()), 0, 3));
    }

    private Step.Write linkPivots(EntityShape entity, RelationShape relation) {
        Step.PivotsCall call = dice.one(Step.PivotsCall.values());
        EntityShape pivot = schema.entity(relation.pivot());
        EntityShape related = schema.entity(relation.related());
        List<String> ends = new ArrayList<>(relation.foreignKey());
        ends.addAll(relation.relatedPivotKey());
        if (relation.morphType() != null) {
            ends.add(relation.morphType());
        }
        int most = call == Step.PivotsCall.SYNC ? 3 : 1;
        List<Step.Link> links =
                dice.some(most == 1 ? 1 : 0, most, () -> new Step.Link(values.key(related), values.patch(pivot, ends)));
        return new Step.LinkPivots(entity.name(), relation.name(), call, values.key(entity), links);
    }
}
