package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.Projection;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.query.Operator;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns selections into plans: resolves names, lifts constants into keys, completes orders. Checks every name and value. */
public final class Planner {
    private final Schema schema;

    public Planner(Schema schema) {
        this.schema = schema;
    }

    /** The plan of a part of a question, and where its members are. */
    public Located locate(Question.Part part) {
        PlanDraft draft = new PlanDraft(schema.entity(part.entity()), null);
        draft.root = true;
        draft.wanted = part.wanted();
        Selection.Window window = part.selection().window();
        return new Located(draft.plan(part.selection(), List.of(), window), draft.keys(), window);
    }

    /** How an attribute of the models of an entity is read; {@code declaring} is null for attributes by name. */
    public Function<Object, @Nullable Object> reader(String entity, @Nullable String declaring, String attribute) {
        EntitySchema known = schema.entity(entity);
        int column = Criteria.column(known, declaring, attribute);
        return model -> known.table().get(model, column);
    }

    /** The include of a relation, with the same or, case by case, with other clauses on each entity it leads to. */
    static Plan.Include include(List<RelationSchema> relations, Selection related) {
        List<Plan.Target> targets = new ArrayList<>(relations.size());
        for (RelationSchema relation : relations) {
            Selection ofCase = related.loading().caseOf(relation.far().name());
            targets.add(target(relation, ofCase == null ? related : ofCase));
        }
        return new Plan.Include(List.copyOf(targets));
    }

    private static Plan.Target target(RelationSchema relation, Selection related) {
        refusePivotClauses(relation, related);
        PlanDraft draft = new PlanDraft(relation.far(), relation.link() == null ? null : relation);
        List<Column> correlation = new ArrayList<>();
        for (int column : relation.near().toSide().columns()) {
            correlation.add(Column.stored(relation.link() != null, column));
        }
        boolean onlyFirst = !relation.toMany() && !relation.near().toSide().isPrimary();
        Selection.Window window = onlyFirst ? related.window().atMost(1) : related.window();
        Plan child = draft.plan(related, correlation, window);
        return new Plan.Target(relation, child, List.copyOf(draft.constants), window);
    }

    /** Refuses clauses on pivots where a relation has none. */
    static void refusePivotClauses(RelationSchema relation, Selection related) {
        if (!relation.hasPivot() && speaksOfPivot(related)) {
            throw new IllegalArgumentException("Relation \"" + relation + "\" has no pivot to filter or order by;"
                    + " use where and orderBy on the related entity \""
                    + relation.related().name() + "\"");
        }
    }

    private static boolean speaksOfPivot(Selection related) {
        return related.inLinkOrder()
                || !related.wherePivot().isEmpty()
                || related.order().stream().anyMatch(Selection.OrderTerm::ofPivot);
    }

    /** One plan in the making. */
    private static final class PlanDraft {
        private final EntitySchema entity;
        private final TableSchema table;
        private final @Nullable RelationSchema via;
        private final List<Object> constants = new ArrayList<>();
        private boolean root;
        private Question.Wanted wanted = Question.Wanted.MODELS;

        /** Values of the last key column, each of which has a bucket. */
        private @Nullable Set<Object> spread;

        PlanDraft(EntitySchema entity, @Nullable RelationSchema via) {
            this.entity = entity;
            this.table = entity.table();
            this.via = via;
        }

        Plan plan(Selection selection, List<Column> correlation, Selection.Window window) {
            RelationSchema.Link link = via == null ? null : Objects.requireNonNull(via.link());
            List<Criterion> tests = new ArrayList<>(Criteria.of(entity, selection));
            List<Criterion> linkTests = new ArrayList<>();
            if (link != null && link.kind().isPivot()) {
                linkTests.addAll(Criteria.all(link.table().entity(), selection.wherePivot()));
            }
            List<Column> keyColumns = new ArrayList<>(correlation);
            lift(true, linkTests, keyColumns);
            lift(false, tests, keyColumns);
            if (root) {
                spread(tests, keyColumns);
            }
            List<Plan.Include> includes = includes(selection.loading());
            Orders orders = new Orders(
                    entity,
                    link == null || !link.kind().isPivot() ? null : link.table().entity(),
                    includes);
            Probe probe = Probe.choose(link == null ? table : link.table(), link != null, keyColumns);
            Ordering ordering = new Ordering(orders.terms(selection.order()), links(selection, link));
            boolean windowed = spread == null && !window.isWhole();
            return new Plan(
                    table,
                    via,
                    List.copyOf(keyColumns),
                    probe,
                    link == null ? sorted(keyColumns, tests, ordering, windowed, probe) : null,
                    List.copyOf(linkTests),
                    List.copyOf(tests),
                    ordering,
                    windowed,
                    projection(selection),
                    includes,
                    counts(selection.loading()),
                    wanted);
        }

        /** The keys of the buckets that have the members. */
        List<Object> keys() {
            if (spread == null) {
                return List.of(constants.isEmpty() ? Plan.NO_KEY : Joins.of(constants.toArray()));
            }
            List<Object> keys = new ArrayList<>(spread.size());
            for (Object value : spread) {
                List<Object> parts = new ArrayList<>(constants);
                parts.add(value);
                keys.add(Joins.of(parts.toArray()));
            }
            return keys;
        }

        /**
         * Moves a test of the form column in (constants) into the key if an index finds the rows: each constant is a bucket
         * then, so that all such queries share a level, whatever their constants.
         */
        private void spread(List<Criterion> tests, List<Column> keyColumns) {
            for (Criterion test : tests) {
                Column column = null;
                Set<?> values = Set.of();
                if (test instanceof Criterion.In in && !in.values().contains(null)) {
                    column = Column.read(false, table, in.column());
                    values = in.values();
                } else if (test instanceof Criterion.KeyIn in && table.key().length == 1) {
                    column = Column.stored(false, table.key()[0]);
                    values = in.keys();
                }
                if (column != null && !keyColumns.contains(column) && Probe.finds(table, column)) {
                    Set<Object> parts = new LinkedHashSet<>();
                    values.forEach(value -> parts.add(Joins.single(value)));
                    spread = Collections.unmodifiableSet(parts);
                    keyColumns.add(column);
                    tests.remove(test);
                    return;
                }
            }
        }

        private @Nullable SortedProbe sorted(
                List<Column> keyColumns,
                List<Criterion> tests,
                Ordering ordering,
                boolean windowed,
                @Nullable Probe probe) {
            boolean isFound = probe != null && probe.lookup().isPrimary()
                    || probe == null && tests.stream().anyMatch(test -> Listed.of(table, test) != null);
            return isFound ? null : SortedProbe.choose(table, keyColumns, tests, ordering, windowed, probe);
        }

        /**
         * A list of keys and the rows between decide about the order, whatever else is asked for; terms order what belongs to
         * one of these rows. Only a window needs the terms first: they say which models it keeps.
         */
        private static Ordering.Links links(Selection selection, RelationSchema.@Nullable Link link) {
            if (link != null && link.kind().ordersByLink()) {
                return selection.window().isWhole() ? Ordering.Links.FIRST : Ordering.Links.BEFORE_MODELS;
            }
            return selection.inLinkOrder() ? Ordering.Links.BEFORE_MODELS : Ordering.Links.LAST;
        }

        /** Moves tests of the form column = constant into the key, in the order of the columns. */
        private void lift(boolean ofLink, List<Criterion> tests, List<Column> keyColumns) {
            List<Criterion.Compare> liftable = new ArrayList<>();
            for (Criterion test : tests) {
                if (test instanceof Criterion.Compare compare
                        && compare.operator() == Operator.EQUAL
                        && compare.value() != null
                        && !keyColumns.contains(columnOf(ofLink, compare))
                        && liftable.stream()
                                .noneMatch(other -> columnOf(ofLink, other).equals(columnOf(ofLink, compare)))) {
                    liftable.add(compare);
                }
            }
            tests.removeAll(liftable);
            liftable.sort(Comparator.comparingInt(Criterion.Compare::column));
            for (Criterion.Compare compare : liftable) {
                keyColumns.add(columnOf(ofLink, compare));
                constants.add(Joins.single(Objects.requireNonNull(compare.value())));
            }
        }

        private Projection projection(Selection selection) {
            Projection shown = entity.projection();
            for (Selection.Shown one : selection.shown()) {
                shown = shown.with(table, one.names(), !one.visible());
            }
            return shown;
        }

        private Column columnOf(boolean ofLink, Criterion.Compare compare) {
            TableSchema of = ofLink
                    ? Objects.requireNonNull(Objects.requireNonNull(via).link()).table()
                    : table;
            return compare.ofKey()
                    ? Column.stored(ofLink, compare.column())
                    : Column.read(ofLink, of, compare.column());
        }

        private List<Plan.Count> counts(Selection.Loading loading) {
            List<Plan.Count> counts = new ArrayList<>(loading.counts().size());
            for (Selection.Include named : loading.counts()) {
                Related related = Criteria.related(entity, named.entity(), named.relation(), named.related());
                RelationSchema relation = related.targets().get(0).relation();
                if (!relation.toMany()) {
                    throw new IllegalArgumentException("Relation \"" + relation
                            + "\" leads to one record and is not counted; load it and ask isPresent()");
                }
                counts.add(new Plan.Count(relation.ordinal(), related));
            }
            counts.sort(Comparator.comparingInt(Plan.Count::ordinal));
            return List.copyOf(counts);
        }

        private List<Plan.Include> includes(Selection.Loading loading) {
            List<Plan.Include> includes = new ArrayList<>();
            for (Selection.Include named : loading.includes()) {
                if (!entity.speaksOf(named.entity())) {
                    throw new IllegalArgumentException("Relation \"" + named.entity() + "." + named.relation()
                            + "\" cannot be loaded from entity \"" + entity.name() + "\"");
                }
                includes.add(include(entity.relations(named.relation()), named.related()));
            }
            Selection all = loading.all();
            for (int i = 0; all != null && i < table.components().size(); i++) {
                int ordinal = i;
                List<RelationSchema> relations = entity.relations(i);
                if (!relations.isEmpty() && includes.stream().noneMatch(known -> known.ordinal() == ordinal)) {
                    includes.add(include(relations, all));
                }
            }
            includes.sort(Comparator.comparingInt(Plan.Include::ordinal));
            return List.copyOf(includes);
        }
    }
}
