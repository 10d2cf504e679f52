package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Lookup;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a plan is answered, in words: what finds its rows, what is left to test and to sort, and what answering it cost. */
public final class Explanation {
    private final Tables tables;
    private final StringBuilder text = new StringBuilder();

    private Explanation(Tables tables) {
        this.tables = tables;
    }

    /** The explanation of a selection, with the cost of answering it now. */
    public static String of(Tables tables, Located located) {
        Explanation explanation = new Explanation(tables);
        Plan plan = located.plan();
        if (located.isUnion()) {
            int buckets = located.keys().size();
            explanation.text.append(buckets).append(buckets == 1 ? " key, merged: " : " keys, merged: ");
        }
        explanation.plan(plan, located.window(), plan.table().name(), "");
        Work work = new Work();
        int models = new Reading(tables, work).found(located).size();
        return explanation
                .text
                .append(models)
                .append(" models; ")
                .append(work.rowsVisited())
                .append(" rows visited, ")
                .append(work.modelsBuilt())
                .append(" models built")
                .toString();
    }

    private void plan(Plan plan, Selection.Window window, String title, String indent) {
        text.append(indent).append(title).append(": ").append(found(plan));
        int tests = plan.test().size() + plan.linkTest().size();
        if (tests > 0) {
            text.append(", then ")
                    .append(tests)
                    .append(tests == 1 ? " test" : " tests")
                    .append(" on each");
        }
        int terms = plan.ordering().terms().size();
        text.append(terms == 0 ? "; in insertion order" : "; sorted by " + terms + (terms == 1 ? " term" : " terms"));
        if (!window.isWhole()) {
            text.append("; from ").append(window.offset());
            text.append(window.limit() == null ? "" : ", at most " + window.limit());
        }
        if (!plan.counts().isEmpty()) {
            text.append("; counts ");
            text.append(plan.counts().stream()
                    .map(count -> count.related().targets().get(0).relation().name())
                    .collect(Collectors.joining(", ")));
        }
        text.append('\n');
        for (Plan.Include include : plan.includes()) {
            for (Plan.Target target : include.targets()) {
                String related = include.targets().size() == 1
                        ? ""
                        : " (" + target.relation().related().name() + ")";
                plan(
                        target.child(),
                        target.window(),
                        "with " + target.relation().name() + related,
                        indent + "  ");
            }
        }
    }

    private String found(Plan plan) {
        TableSchema driving = plan.drivingTable();
        String rows = rows(plan, driving);
        RelationSchema.Link link = plan.link();
        return link == null
                ? rows
                : rows + ", then " + plan.table().name() + " by "
                        + describe(plan.table(), link.far().toSide());
    }

    private String rows(Plan plan, TableSchema driving) {
        SortedProbe sorted = plan.sorted();
        if (sorted != null) {
            String range = sorted.range() == null ? "" : ", a range of it";
            String order = sorted.isOrdered() ? ", in its order" : "";
            return driving.name() + " by sorted index "
                    + names(driving, sorted.lookup().columns()) + range + order;
        }
        if (plan.probe() != null) {
            return driving.name() + " by " + describe(driving, plan.probe().lookup());
        }
        List<Criterion> tests = plan.via() == null ? plan.test() : plan.linkTest();
        for (Criterion test : tests) {
            if (Listed.of(driving, test) != null) {
                return driving.name() + " by a list of values";
            }
        }
        return "scan of all " + tables.table(driving).size() + " rows of " + driving.name();
    }

    private static String describe(TableSchema table, Lookup lookup) {
        return (lookup.isPrimary() ? "key " : "index ") + names(table, lookup.columns());
    }

    private static String names(TableSchema table, int[] columns) {
        List<String> names = new ArrayList<>();
        for (int column : columns) {
            names.add(table.components().get(column).name());
        }
        return String.join(", ", names);
    }
}
