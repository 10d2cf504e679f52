package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.Key;
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
        Clauses clauses = query.clauses();
        if (answer instanceof Optional<?> optional) {
            return optional.map(one -> one instanceof Row row ? node(clauses, null, row) : OracleValues.plain(one));
        }
        if (answer instanceof Map<?, ?> groups) {
            return groups(query, groups);
        }
        if (answer instanceof List<?> rows && query.terminal().showsModels()) {
            return nodes(clauses, null, rows);
        }
        if (answer instanceof List<?> values) {
            return new ArrayList<>(values.stream().map(Contents::plain).toList());
        }
        return query.terminal() == Terminal.SUM ? OracleValues.plain(answer) : answer;
    }

    private static Object plain(Object value) {
        return value instanceof Key key ? OracleValues.plain(parts(key)) : OracleValues.plain(value);
    }

    private static List<Object> parts(Key key) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            parts.add(key.part(i));
        }
        return parts;
    }

    private List<List<Object>> groups(QueryShape query, Map<?, ?> groups) {
        List<List<Object>> pairs = new ArrayList<>();
        groups.forEach((key, rows) -> {
            List<Object> values = new ArrayList<>();
            if (query.attributes().size() > 1) {
                ((List<?>) key).forEach(part -> values.add(OracleValues.plain(part)));
            } else {
                values.add(OracleValues.plain(key));
            }
            pairs.add(List.of(values, nodes(query.clauses(), null, (List<?>) rows)));
        });
        return pairs;
    }

    /** Models with what is loaded. */
    List<Node> models(Clauses clauses, List<?> rows) {
        return nodes(clauses, null, rows);
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

    private List<Node> nodes(Clauses clauses, RelationShape through, List<?> rows) {
        List<Node> nodes = new ArrayList<>(rows.size());
        rows.forEach(row -> nodes.add(node(clauses, through, (Row) row)));
        return nodes;
    }

    private Node node(Clauses clauses, RelationShape through, Row row) {
        EntityShape shape = schema.entity(row.type().name());
        Map<String, List<Node>> related = new LinkedHashMap<>();
        for (RelationShape relation : shape.relations()) {
            boolean loaded = relation.isToMany()
                    ? row.many(relation.name()).isLoaded()
                    : row.one(relation.name()).isLoaded();
            if (loaded) {
                Clauses asked = clauses.of(relation.name());
                Clauses inner = asked == null ? Clauses.NONE : asked;
                related.put(relation.name(), nodes(inner, relation, related(row, relation)));
            }
        }
        Map<String, Object> values = values(row);
        for (RelationShape relation : shape.relations()) {
            if (clauses.counted(relation.name()) != null) {
                String count = relation.name() + Row.COUNT;
                values.put(count, OracleValues.plain(row.get(count)));
            }
        }
        return new Node(row.type().name(), values, related, pivot(row, through));
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
