package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the library answers into the form in which the oracle answers. */
final class Contents {
    private final SchemaShape schema;

    Contents(SchemaShape schema) {
        this.schema = schema;
    }

    /** The content of an answer, in full and independent of it. */
    Object of(QueryShape query, Object answer) {
        if (answer instanceof Optional<?> optional) {
            return optional.map(row -> node(query.entity(), query.clauses(), null, (Row) row));
        }
        if (answer instanceof List<?> rows) {
            return nodes(query.entity(), query.clauses(), null, rows);
        }
        return answer;
    }

    /** What a write answered: models as maps of attributes, numbers as long. */
    Object ofWrite(Object answer) {
        if (answer instanceof Optional<?> optional) {
            return optional.map(Contents::values).stream().toList();
        }
        if (answer instanceof List<?> rows) {
            return rows.stream().map(Contents::values).toList();
        }
        return answer instanceof Integer number ? Long.valueOf(number) : answer;
    }

    /** Attributes of a model in the oracle's form. */
    static Map<String, Object> values(Object model) {
        Map<String, Object> values = new LinkedHashMap<>();
        ((Row) model).attributes().forEach((name, value) -> values.put(name, OracleValues.plain(value)));
        return values;
    }

    private List<Node> nodes(String entity, Clauses clauses, RelationShape through, List<?> rows) {
        List<Node> nodes = new ArrayList<>(rows.size());
        rows.forEach(row -> nodes.add(node(entity, clauses, through, (Row) row)));
        return nodes;
    }

    private Node node(String entity, Clauses clauses, RelationShape through, Row row) {
        Map<String, Clauses> asked = new LinkedHashMap<>();
        for (Include include : clauses.includes()) {
            asked.put(include.relation(), include.clauses());
        }
        EntityShape shape = schema.entity(entity);
        Map<String, List<Node>> related = new LinkedHashMap<>();
        for (RelationShape relation : shape.relations()) {
            boolean loaded = relation.isToMany()
                    ? row.many(relation.name()).isLoaded()
                    : row.one(relation.name()).isLoaded();
            if (loaded) {
                Clauses inner = asked.getOrDefault(relation.name(), Clauses.NONE);
                related.put(relation.name(), nodes(relation.related(), inner, relation, related(row, relation)));
            }
        }
        return new Node(row.type().name(), values(row), related, pivot(row, through));
    }

    /** The models of a loaded relation, for a to-one relation at most one. */
    static List<Row> related(Row row, RelationShape relation) {
        if (relation.isToMany()) {
            return row.many(relation.name());
        }
        Row one = row.one(relation.name()).orElse(null);
        return one == null ? List.of() : List.of(one);
    }

    private static Node.Pivot pivot(Row row, RelationShape through) {
        if (row.pivot() == null) {
            return null;
        }
        boolean named = through != null && row.pivot(through.accessor()) == row.pivot();
        return new Node.Pivot(named ? through.accessor() : "?", values(row.pivot()));
    }
}
