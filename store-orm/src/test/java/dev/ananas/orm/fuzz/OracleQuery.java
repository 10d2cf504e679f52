package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.QueryShape.Nulls;
import dev.ananas.orm.fuzz.QueryShape.Term;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers questions by nested loops: scan everything, sort, slice, recurse. */
final class OracleQuery {
    private final Oracle oracle;

    OracleQuery(Oracle oracle) {
        this.oracle = oracle;
    }

    /** A row together with the pivot through which it was reached, or null. */
    private record Member(Map<String, Object> row, Map<String, Object> pivot) {}

    /** A list of nodes, an optional node, a number or a boolean, as the terminal says. */
    Object answer(QueryShape query) {
        EntityShape entity = oracle.entity(query.entity());
        List<Node> all = nodes(entity, query.clauses(), everything(entity), null);
        return switch (query.terminal()) {
            case LIST -> all;
            case FIRST -> all.stream().findFirst();
            case FIND -> found(entity, all, query.keys().get(0));
            case FIND_ALL -> {
                List<Node> nodes = new ArrayList<>();
                for (Object key : query.keys()) {
                    found(entity, all, key)
                            .filter(node -> !nodes.contains(node))
                            .ifPresent(nodes::add);
                }
                if (!query.clauses().order().isEmpty()) {
                    nodes.sort(Comparator.comparingInt(all::indexOf));
                }
                yield nodes;
            }
            case COUNT -> (long) all.size();
            case EXISTS -> !all.isEmpty();
        };
    }

    private Optional<Node> found(EntityShape entity, List<Node> nodes, Object key) {
        List<Object> wanted = oracle.key(entity, key);
        return nodes.stream()
                .filter(node -> oracle.keyOf(entity, node.values()).equals(wanted))
                .findFirst();
    }

    /** The rows that a query selects, in its order, for writes. */
    List<Map<String, Object>> rows(QueryShape query) {
        EntityShape entity = oracle.entity(query.entity());
        List<Map<String, Object>> rows = new ArrayList<>();
        selected(entity, query.clauses(), everything(entity), null).forEach(member -> rows.add(member.row()));
        return rows;
    }

    private List<Member> everything(EntityShape entity) {
        List<Member> members = new ArrayList<>();
        oracle.rows(entity.name()).forEach(row -> members.add(new Member(row, null)));
        return members;
    }

    private List<Node> nodes(EntityShape entity, Clauses clauses, List<Member> members, RelationShape through) {
        Map<String, Clauses> includes = new LinkedHashMap<>();
        for (Include include : clauses.includes()) {
            includes.put(include.relation(), include.clauses());
        }
        List<Node> nodes = new ArrayList<>();
        for (Member member : selected(entity, clauses, members, through)) {
            Map<String, List<Node>> related = new LinkedHashMap<>();
            includes.forEach((name, inner) -> related.put(name, related(entity, entity.relation(name), member, inner)));
            Node.Pivot pivot = member.pivot() == null ? null : new Node.Pivot(through.accessor(), member.pivot());
            nodes.add(new Node(entity.name(), member.row(), related, pivot));
        }
        return nodes;
    }

    private List<Node> related(EntityShape owner, RelationShape relation, Member parent, Clauses clauses) {
        EntityShape target = oracle.entity(relation.related());
        List<Object> key = Oracle.values(parent.row(), oracle.schema().parentAttributes(owner, relation));
        List<String> near = oracle.schema().nearAttributes(relation);
        List<Member> members = new ArrayList<>();
        if (relation.isThroughPivot()) {
            throughPivot(relation, key, clauses, members);
        } else {
            for (Map<String, Object> row : oracle.rows(target.name())) {
                if (joins(key, Oracle.values(row, near))) {
                    members.add(new Member(row, null));
                }
            }
        }
        List<Node> nodes = nodes(target, clauses, members, relation);
        return relation.isToMany() || nodes.isEmpty() ? nodes : nodes.subList(0, 1);
    }

    /** Each related row once, with the first pivot of its pair that satisfies the clauses. */
    private void throughPivot(RelationShape relation, List<Object> key, Clauses clauses, List<Member> members) {
        List<Map<String, Object>> pivots = new ArrayList<>();
        for (Map<String, Object> pivot : oracle.rows(relation.pivot())) {
            if (joins(key, Oracle.values(pivot, relation.foreignKey()))
                    && clauses.wherePivot().stream().allMatch(condition -> holds(condition, pivot))) {
                pivots.add(pivot);
            }
        }
        String far = oracle.schema().farAttribute(relation);
        for (Map<String, Object> row : oracle.rows(relation.related())) {
            for (Map<String, Object> pivot : pivots) {
                if (OracleValues.joins(pivot.get(relation.relatedPivotKey()), row.get(far))) {
                    members.add(new Member(row, pivot));
                    break;
                }
            }
        }
    }

    private static boolean joins(List<Object> key, List<Object> other) {
        for (int i = 0; i < key.size(); i++) {
            if (!OracleValues.joins(key.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<Member> selected(EntityShape entity, Clauses clauses, List<Member> members, RelationShape through) {
        List<Member> kept = new ArrayList<>();
        for (Member member : members) {
            if (matches(clauses, member.row())) {
                kept.add(member);
            }
        }
        if (clauses.linkOrder() && through != null) {
            List<Map<String, Object>> pivots = oracle.rows(through.pivot());
            kept.sort((a, b) -> place(pivots, a.pivot()) - place(pivots, b.pivot()));
        }
        kept.sort((a, b) -> compare(clauses.order(), a, b));
        int from = Math.min(kept.size(), clauses.offset() == null ? 0 : clauses.offset());
        int to = Math.min(kept.size(), from + (clauses.limit() == null ? kept.size() : clauses.limit()));
        return kept.subList(from, to);
    }

    private static int place(List<Map<String, Object>> rows, Map<String, Object> wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) == wanted) {
                return i;
            }
        }
        throw new IllegalStateException("no such row: " + wanted);
    }

    private static int compare(List<Term> order, Member a, Member b) {
        for (Term term : order) {
            int byTerm = compare(
                    term,
                    (term.ofPivot() ? a.pivot() : a.row()).get(term.attribute()),
                    (term.ofPivot() ? b.pivot() : b.row()).get(term.attribute()));
            if (byTerm != 0) {
                return byTerm;
            }
        }
        return 0;
    }

    private static int compare(Term term, Object a, Object b) {
        if (a == null && b == null) {
            return 0;
        }
        if (a == null || b == null) {
            boolean nullsFirst = term.nulls() == Nulls.FIRST || term.nulls() == Nulls.BY_DIRECTION && term.descending();
            return (a == null) == nullsFirst ? -1 : 1;
        }
        return term.descending() ? OracleValues.compare(b, a) : OracleValues.compare(a, b);
    }

    private static boolean matches(Clauses clauses, Map<String, Object> row) {
        if (clauses.where().isEmpty() && clauses.orWhere().isEmpty()) {
            return true;
        }
        boolean all = !clauses.where().isEmpty();
        for (Condition condition : clauses.where()) {
            all = all && holds(condition, row);
        }
        boolean any = all;
        for (Condition condition : clauses.orWhere()) {
            any = any || holds(condition, row);
        }
        return any;
    }

    private static boolean holds(Condition condition, Map<String, Object> row) {
        if (condition instanceof Not not) {
            return !holds(not.condition(), row);
        }
        if (condition instanceof All all) {
            return all.conditions().stream().allMatch(one -> holds(one, row));
        }
        if (condition instanceof Any any) {
            return any.conditions().stream().anyMatch(one -> holds(one, row));
        }
        Compare compare = (Compare) condition;
        return holds(compare.operator(), row.get(compare.attribute()), OracleValues.plain(compare.value()));
    }

    private static boolean holds(String operator, Object found, Object value) {
        boolean ordered = found != null && value != null;
        return switch (operator) {
            case "=" -> OracleValues.same(found, value);
            case "!=" -> !OracleValues.same(found, value);
            case ">" -> ordered && OracleValues.compare(found, value) > 0;
            case ">=" -> ordered && OracleValues.compare(found, value) >= 0;
            case "<" -> ordered && OracleValues.compare(found, value) < 0;
            case "<=" -> ordered && OracleValues.compare(found, value) <= 0;
            case "in" -> ((List<?>) value).contains(found);
            case "notIn" -> !((List<?>) value).contains(found);
            case "like" -> OracleValues.like(found, value, true);
            case "LIKE" -> OracleValues.like(found, value, false);
            case "null" -> found == null;
            case "notNull" -> found != null;
            case "contains" -> found instanceof List<?> list && list.contains(value);
            case "odd" -> found instanceof Double number && number % 2 == 1;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
