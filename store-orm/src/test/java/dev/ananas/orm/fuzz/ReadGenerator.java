package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Random calls that answer models which no query answers. */
final class ReadGenerator {
    private static final int DEPTH = 2;

    private final Dice dice;
    private final SchemaShape schema;
    private final ValueGenerator values;
    private final QueryGenerator queries;

    ReadGenerator(Dice dice, SchemaShape schema, QueryGenerator queries) {
        this.dice = dice;
        this.schema = schema;
        this.values = new ValueGenerator(dice, schema);
        this.queries = queries;
    }

    Step.Action read() {
        EntityShape entity = dice.one(schema.entities());
        return switch (dice.below(3)) {
            case 0 -> new Step.Load(queries.selection(entity), queries.loading(entity));
            case 1 -> new Step.Revive(entity.name(), dice.some(1, 3, () -> tree(entity, this::key, DEPTH)));
            default -> new Step.Make(entity.name(), dice.some(1, 2, () -> tree(entity, values::record, DEPTH)));
        };
    }

    private Map<String, Object> key(EntityShape entity) {
        Map<String, Object> key = new LinkedHashMap<>();
        entity.key().forEach(part -> key.put(part, values.value(entity, entity.attribute(part))));
        return key;
    }

    private Map<String, Object> tree(EntityShape entity, Function<EntityShape, Map<String, Object>> record, int depth) {
        Map<String, Object> tree = record.apply(entity);
        for (RelationShape relation : entity.relations()) {
            if (depth == 0 || relation.kind() == RelationKind.MORPH_TO || !dice.oneIn(3)) {
                continue;
            }
            EntityShape related = schema.entity(relation.related());
            tree.put(
                    relation.name(),
                    relation.isToMany()
                            ? dice.some(0, 2, () -> tree(related, record, depth - 1))
                            : tree(related, record, depth - 1));
        }
        return tree;
    }
}
