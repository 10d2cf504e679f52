package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.query.ComparableAttribute;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.Operator;
import dev.ananas.orm.query.Order;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns selections into plans: resolves names, lifts constants into keys, completes orders. Checks every name and value. */
public final class Planner {
    private final Schema schema;

    public Planner(Schema schema) {
        this.schema = schema;
    }

    /** A plan and the key of the bucket that answers a selection. */
    public record Located(Plan plan, Object key) {}

    /** The plan of a selection of an entity. */
    public Located locate(String entity, Selection selection) {
        TableSchema table = schema.table(entity);
        PlanDraft draft = new PlanDraft(table, null);
        Plan plan = draft.plan(selection, List.of(), Integer.MAX_VALUE);
        return new Located(plan, draft.constants.isEmpty() ? Plan.NO_KEY : Joins.of(draft.constants.toArray()));
    }

    private Plan.Include include(TableSchema parent, Selection.Include include) {
        if (include.entity() != null && !include.entity().equals(parent.name())) {
            throw new IllegalArgumentException("Relation \"" + include.entity() + "." + include.relation()
                    + "\" cannot be loaded from entity \"" + parent.name() + "\"");
        }
        RelationSchema relation = parent.relation(include.relation());
        if (relation.link() == null && speaksOfPivot(include.related())) {
            throw new IllegalArgumentException("Relation \"" + relation + "\" has no pivot to filter or order by;"
                    + " use where and orderBy on the related entity \""
                    + relation.related().name() + "\"");
        }
        PlanDraft draft = new PlanDraft(relation.related(), relation.link());
        List<Column> correlation = new ArrayList<>();
        for (int column : relation.near().columns()) {
            correlation.add(new Column(relation.link() != null, column));
        }
        boolean onlyFirst = !relation.toMany() && !relation.near().isPrimary();
        Plan child = draft.plan(include.related(), correlation, onlyFirst ? 1 : Integer.MAX_VALUE);
        return new Plan.Include(relation, child, draft.constants);
    }

    private static boolean speaksOfPivot(Selection related) {
        return related.inLinkOrder()
                || !related.wherePivot().isEmpty()
                || related.order().stream().anyMatch(Selection.OrderTerm::ofPivot);
    }

    /** One plan in the making. */
    private final class PlanDraft {
        private final TableSchema table;
        private final RelationSchema.@Nullable Link link;
        private final List<Object> constants = new ArrayList<>();

        PlanDraft(TableSchema table, RelationSchema.@Nullable Link link) {
            this.table = table;
            this.link = link;
        }

        Plan plan(Selection selection, List<Column> correlation, int most) {
            List<Test> tests = new ArrayList<>();
            if (selection.key() != null) {
                tests.addAll(Tests.ofKey(table, selection.key()));
            }
            Tests resolver = new Tests(table);
            if (selection.orWhere().isEmpty()) {
                selection.where().forEach(condition -> Tests.flatten(resolver.resolve(condition), tests));
            } else {
                tests.add(either(resolver, selection.where(), selection.orWhere()));
            }
            List<Test> linkTests = new ArrayList<>();
            if (link != null) {
                Tests pivots = new Tests(link.table());
                selection.wherePivot().forEach(condition -> Tests.flatten(pivots.resolve(condition), linkTests));
            }
            List<Column> keyColumns = new ArrayList<>(correlation);
            lift(true, linkTests, keyColumns);
            lift(false, tests, keyColumns);
            TableSchema driving = link == null ? table : link.table();
            int limit = selection.limit() == null ? most : Math.min(most, selection.limit());
            return new Plan(
                    table,
                    link,
                    List.copyOf(keyColumns),
                    Probe.choose(driving, link != null, keyColumns),
                    List.copyOf(linkTests),
                    List.copyOf(tests),
                    new Ordering(terms(selection), selection.inLinkOrder()),
                    selection.offset(),
                    limit,
                    includes(selection));
        }

        private Test either(Tests resolver, List<Condition<?>> where, List<Condition<?>> orWhere) {
            List<Test> any = new ArrayList<>();
            if (!where.isEmpty()) {
                List<Test> all = new ArrayList<>();
                where.forEach(condition -> Tests.flatten(resolver.resolve(condition), all));
                any.add(new Test.And(all));
            }
            orWhere.forEach(condition -> any.add(resolver.resolve(condition)));
            return new Test.Or(any);
        }

        /** Moves tests of the form column = constant into the key, in the order of the columns. */
        private void lift(boolean ofLink, List<Test> tests, List<Column> keyColumns) {
            List<Test.Compare> liftable = new ArrayList<>();
            for (Test test : tests) {
                if (test instanceof Test.Compare compare
                        && compare.operator() == Operator.EQUAL
                        && compare.value() != null
                        && !keyColumns.contains(new Column(ofLink, compare.column()))
                        && liftable.stream().noneMatch(other -> other.column() == compare.column())) {
                    liftable.add(compare);
                }
            }
            tests.removeAll(liftable);
            liftable.sort(Comparator.comparingInt(Test.Compare::column));
            for (Test.Compare compare : liftable) {
                keyColumns.add(new Column(ofLink, compare.column()));
                constants.add(Joins.part(compare.value()));
            }
        }

        private List<Ordering.Term> terms(Selection selection) {
            List<Ordering.Term> terms = new ArrayList<>();
            for (Selection.OrderTerm term : selection.order()) {
                Order.Term<?> order = term.order() instanceof ComparableAttribute<?, ?> attribute
                        ? (Order.Term<?>) attribute.asc()
                        : (Order.Term<?>) term.order();
                TableSchema of = term.ofPivot() && link != null ? link.table() : table;
                int column = Tests.column(of, order.entity(), order.attribute());
                terms.add(new Ordering.Term(new Column(term.ofPivot(), column), order.descending(), order.nullsLead()));
            }
            return List.copyOf(terms);
        }

        private List<Plan.Include> includes(Selection selection) {
            List<Plan.Include> includes = new ArrayList<>();
            for (Selection.Include include : selection.includes()) {
                includes.add(Planner.this.include(table, include));
            }
            includes.sort(Comparator.comparingInt(include -> include.relation().ordinal()));
            return List.copyOf(includes);
        }
    }
}
