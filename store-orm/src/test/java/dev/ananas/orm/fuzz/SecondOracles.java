package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.Mismatch.About;
import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the answers of an engine say about each other, whatever the data is. */
final class SecondOracles {
    private static final int PAGE = 2;

    private final SchemaShape schema;
    private final Engine engine;
    private final Contents contents;
    private final int step;

    SecondOracles(SchemaShape schema, Engine engine, int step) {
        this.schema = schema;
        this.engine = engine;
        this.contents = new Contents(schema);
        this.step = step;
    }

    void check(QueryShape query) {
        Clauses clauses = query.clauses();
        Object whole = ask(query);
        if (clauses.orWhere().isEmpty() && !clauses.where().isEmpty()) {
            List<Condition> twice = new ArrayList<>(clauses.where());
            twice.add(clauses.where().get(0));
            same("a conjunct twice", query, whole, clauses.where(twice));
            List<Condition> reversed = new ArrayList<>(clauses.where());
            Collections.reverse(reversed);
            same("conjuncts in another order", query, whole, clauses.where(reversed));
            same("conjuncts as one", query, whole, clauses.where(List.of(new All(clauses.where()))));
        }
        if (query.terminal() == Terminal.LIST) {
            checkList(query, (List<?>) whole);
        }
    }

    private void checkList(QueryShape query, List<?> whole) {
        Clauses clauses = query.clauses();
        if (clauses.limit() == null) {
            same("a limit larger than the table", query, whole, clauses.window(clauses.offset(), 1000));
            List<Object> pages = new ArrayList<>();
            int offset = clauses.offset() == null ? 0 : clauses.offset();
            List<?> page;
            do {
                page = (List<?>) ask(query.with(clauses.window(offset, PAGE)));
                pages.addAll(page);
                offset += PAGE;
            } while (!page.isEmpty());
            expect("pages one after the other of " + query, whole, pages);
        }
        Object count = ask(query.as(Terminal.COUNT, List.of()));
        Object exists = ask(query.as(Terminal.EXISTS, List.of()));
        expect("count of " + query, (long) whole.size(), count);
        expect("exists of " + query, !whole.isEmpty(), exists);
        clauses.includes().forEach(include -> checkInclude(query, include));
    }

    /** A condition inside an include that is not cut off leaves out what does not satisfy it. */
    private void checkInclude(QueryShape query, Include include) {
        RelationShape relation = schema.seen(schema.entity(query.entity())).relation(include.relation());
        Clauses said = include.clauses();
        boolean plain = relation.isToMany()
                && said.isWhole()
                && said.wherePivot().isEmpty()
                && !(said.where().isEmpty() && said.orWhere().isEmpty())
                && query.clauses().of(include.relation()) == said
                && query.clauses().order().stream().noneMatch(term -> term.relation() != null);
        if (!plain) {
            return;
        }
        Clauses everything = said.conditions(List.of(), List.of(), List.of());
        Map<Object, List<Node>> filtered = related(query, relation, said);
        Map<Object, List<Node>> all = related(query, relation, everything);
        EntityShape target = schema.entity(relation.related());
        Clauses matching = Clauses.NONE.conditions(said.where(), said.orWhere(), List.of());
        Set<Object> keys = new HashSet<>((List<?>) ask(new QueryShape(target.name(), matching, Terminal.KEYS)));
        all.values().forEach(nodes -> nodes.removeIf(node -> !keys.contains(key(target, node))));
        expect("an include with a condition of " + query, all, filtered);
    }

    private static Object key(EntityShape entity, Node node) {
        List<Object> key = Oracle.values(node.values(), entity.key());
        return key.size() == 1 ? key.get(0) : key;
    }

    private Map<Object, List<Node>> related(QueryShape query, RelationShape relation, Clauses said) {
        Clauses clauses = query.clauses().include(List.of(new Include(relation.name(), said)));
        Map<Object, List<Node>> related = new LinkedHashMap<>();
        for (Object one : (List<?>) ask(query.with(clauses))) {
            Node node = (Node) one;
            List<Node> nodes = node.related().get(relation.name());
            related.put(
                    key(schema.entity(query.entity()), node),
                    nodes == null ? new ArrayList<>() : new ArrayList<>(nodes));
        }
        return related;
    }

    private Object ask(QueryShape query) {
        return contents.of(query, engine.ask(query));
    }

    private void same(String what, QueryShape query, Object whole, Clauses other) {
        expect(what + " in " + query, whole, ask(query.with(other)));
    }

    private void expect(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw Mismatch.of(About.SECOND_ORACLE, step, what, expected, actual);
        }
    }
}
