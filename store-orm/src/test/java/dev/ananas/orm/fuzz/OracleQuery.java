package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.OracleRelations.Reached;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Shown;
import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers questions by nested loops: scan everything, sort, slice, recurse. Relations that lead back to where they came from
 * multiply the models of an answer at every level; an answer of more than {@value #LARGEST} models is refused.
 */
final class OracleQuery {
    private static final int LARGEST = 10_000;

    private final Oracle oracle;
    private final OracleRelations relations;
    private final OracleConditions conditions;
    private final OracleOrder order;
    private int models;

    OracleQuery(Oracle oracle) {
        this.oracle = oracle;
        this.relations = new OracleRelations(oracle);
        this.conditions = new OracleConditions(oracle);
        this.order = new OracleOrder(oracle, this);
    }

    /** What the library answers, with models as nodes, groups as pairs of a key and its nodes, and plain values. */
    Object answer(QueryShape query) {
        models = 0;
        EntityShape entity = oracle.entity(query.entity());
        List<Reached> all = selected(entity, query.clauses(), everything(entity), null);
        return switch (query.terminal()) {
            case LIST -> nodes(query.clauses(), all, null);
            case FIRST -> nodes(query.clauses(), all, null).stream().findFirst();
            case FIND -> found(entity, query).stream().findFirst();
            case FIND_ALL -> found(entity, query);
            case COUNT -> (long) all.size();
            case EXISTS -> !all.isEmpty();
            case SUM -> numbers(entity, query, all).stream().reduce(0.0, Double::sum);
            case MIN -> numbers(entity, query, all).stream().min(Double::compare);
            case MAX -> numbers(entity, query, all).stream().max(Double::compare);
            case AVG -> average(numbers(entity, query, all));
            case PLUCK -> values(entity, query.attributes().get(0), all);
            case KEYS -> all.stream().map(one -> key(entity, one.row())).toList();
            case GROUP_BY -> groups(entity, query, all);
        };
    }

    private Object key(EntityShape entity, Map<String, Object> row) {
        List<Object> key = oracle.keyOf(entity, row);
        return key.size() == 1 ? key.get(0) : key;
    }

    private List<Object> values(EntityShape entity, String attribute, List<Reached> rows) {
        List<Object> values = new ArrayList<>();
        rows.forEach(one -> values.add(oracle.read(entity, one.row()).get(attribute)));
        return values;
    }

    private List<Double> numbers(EntityShape entity, QueryShape query, List<Reached> rows) {
        List<Double> numbers = new ArrayList<>();
        for (Object value : values(entity, query.attributes().get(0), rows)) {
            if (value instanceof Double number) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static Optional<Double> average(List<Double> numbers) {
        double sum = numbers.stream().reduce(0.0, Double::sum);
        return numbers.isEmpty() ? Optional.empty() : Optional.of(sum / numbers.size());
    }

    private List<List<Object>> groups(EntityShape entity, QueryShape query, List<Reached> rows) {
        Map<List<Object>, List<Reached>> groups = new LinkedHashMap<>();
        for (Reached one : rows) {
            List<Object> key = Oracle.values(oracle.read(entity, one.row()), query.attributes());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
        }
        List<List<Object>> pairs = new ArrayList<>();
        groups.forEach((key, group) -> pairs.add(List.of(key, nodes(query.clauses(), group, null))));
        return pairs;
    }

    /** In the order of the query, or without one in that of the keys; the window counts for what was found. */
    private List<Node> found(EntityShape entity, QueryShape query) {
        List<Reached> all = selected(entity, query.clauses().window(null, null), everything(entity), null);
        List<List<Object>> keys = query.keys().stream()
                .map(key -> oracle.key(entity, key))
                .distinct()
                .toList();
        List<Reached> found = new ArrayList<>();
        for (Reached one : all) {
            if (keys.contains(oracle.keyOf(entity, one.row()))) {
                found.add(one);
            }
        }
        if (query.clauses().order().isEmpty()) {
            found.sort((a, b) ->
                    keys.indexOf(oracle.keyOf(entity, a.row())) - keys.indexOf(oracle.keyOf(entity, b.row())));
        }
        return nodes(query.clauses(), window(found, query.clauses()), null);
    }

    private static <T> List<T> window(List<T> list, Clauses clauses) {
        int from = Math.min(list.size(), clauses.offset() == null ? 0 : clauses.offset());
        int to = Math.min(list.size(), from + (clauses.limit() == null ? list.size() : clauses.limit()));
        return list.subList(from, to);
    }

    /** The rows that a query selects, in its order, for writes. */
    List<Map<String, Object>> rows(QueryShape query) {
        EntityShape entity = oracle.entity(query.entity());
        List<Map<String, Object>> rows = new ArrayList<>();
        selected(entity, query.clauses(), everything(entity), null).forEach(one -> rows.add(one.row()));
        return rows;
    }

    /** Rows as models with the relations of some clauses. */
    List<Node> loaded(EntityShape entity, List<Map<String, Object>> rows, Clauses clauses) {
        models = 0;
        return nodes(
                clauses,
                rows.stream().map(row -> new Reached(entity, row, null)).toList(),
                null);
    }

    private List<Reached> everything(EntityShape entity) {
        List<Reached> rows = new ArrayList<>();
        oracle.rows(entity.name()).forEach(row -> rows.add(new Reached(entity, row, null)));
        return rows;
    }

    /** What a relation leads to under clauses, at most one row of a to-one relation. */
    List<Reached> related(EntityShape owner, RelationShape relation, Map<String, Object> parent, Clauses clauses) {
        List<Reached> members = new ArrayList<>();
        Set<Map<String, Object>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Reached one : relations.reached(owner, relation, parent)) {
            boolean counts = !relation.isThroughPivot() || !seen.contains(one.row());
            if (counts && conditions.holdsForPivot(relation, clauses, one.link())) {
                members.add(one);
                seen.add(one.row());
            }
        }
        List<Reached> selected = selected(oracle.entity(relation.related()), clauses, members, relation);
        return relation.isToMany() || selected.isEmpty() ? selected : selected.subList(0, 1);
    }

    private List<Node> nodes(Clauses clauses, List<Reached> members, RelationShape through) {
        models += members.size();
        if (models > LARGEST) {
            throw new Oracle.TooLarge(LARGEST);
        }
        List<Node> nodes = new ArrayList<>();
        for (Reached member : members) {
            EntityShape entity = oracle.caseOf(member.entity(), member.row());
            Map<String, List<Node>> related = new LinkedHashMap<>();
            for (RelationShape relation : visible(entity, clauses)) {
                Clauses inner = clauses.of(relation.name());
                related.put(relation.name(), nodes(inner, related(entity, relation, member.row(), inner), relation));
            }
            Map<String, Object> values = show(entity, member.row(), clauses.shown());
            for (RelationShape relation : entity.relations()) {
                Clauses counted = clauses.counted(relation.name());
                if (counted != null) {
                    values.put(relation.name() + Row.COUNT, (double)
                            conditions.count(entity, relation.name(), counted, member.row()));
                }
            }
            nodes.add(new Node(entity.name(), values, related, pivot(member, through)));
        }
        return nodes;
    }

    /** Relations of a row that clauses load. */
    private static List<RelationShape> visible(EntityShape entity, Clauses clauses) {
        return entity.relations().stream()
                .filter(relation -> clauses.of(relation.name()) != null)
                .toList();
    }

    private Node.Pivot pivot(Reached member, RelationShape through) {
        if (through == null || !through.isThroughPivot()) {
            return null;
        }
        return new Node.Pivot(through.accessor(), oracle.shown(oracle.entity(through.pivot()), member.link()));
    }

    private Map<String, Object> show(EntityShape entity, Map<String, Object> row, List<Shown> shown) {
        Set<String> hidden = new HashSet<>();
        for (AttributeShape attribute : entity.attributes()) {
            if (attribute.is(Trait.HIDDEN) || attribute.kind() == Kind.TIMES) {
                hidden.add(attribute.name());
            }
        }
        for (Shown one : shown) {
            List<String> meant = meant(entity, one);
            if (one.visible()) {
                hidden.removeAll(meant);
            } else {
                hidden.addAll(meant);
            }
        }
        hidden.removeAll(entity.key());
        Map<String, Object> read = oracle.read(entity, row);
        read.keySet().removeAll(hidden);
        return read;
    }

    /** The attributes that are shown or left out. */
    private static List<String> meant(EntityShape entity, Shown shown) {
        List<String> meant = new ArrayList<>();
        for (AttributeShape attribute : entity.attributes()) {
            boolean times = attribute.kind() == Kind.TIMES;
            boolean amongAll = shown.names().contains(QueryShape.ALL) && !(times && shown.visible());
            boolean asTimes = times && shown.names().contains(QueryShape.META);
            if (amongAll || asTimes || shown.names().contains(attribute.name())) {
                meant.add(attribute.name());
            }
        }
        return meant;
    }

    private List<Reached> selected(EntityShape entity, Clauses clauses, List<Reached> members, RelationShape through) {
        List<Reached> kept = new ArrayList<>();
        for (Reached member : members) {
            if (conditions.matches(member.entity(), clauses, member.row())) {
                kept.add(member);
            }
        }
        if (clauses.linkOrder() && through != null) {
            List<Map<String, Object>> pivots = oracle.rows(through.pivot());
            kept.sort((a, b) -> place(pivots, a.link()) - place(pivots, b.link()));
        }
        order.sort(clauses, kept, through);
        return window(kept, clauses);
    }

    private static int place(List<Map<String, Object>> rows, Map<String, Object> wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == wanted) {
                return i;
            }
        }
        throw new IllegalStateException("no such row: " + wanted);
    }
}
