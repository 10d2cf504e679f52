package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * A way from the driving rows of a plan to rows that decide about its members, and the columns it reads there.
 *
 * @param steps at least one; the first starts at the driving table
 * @param columns columns read at the end, a bit for each; an update of others changes no member
 */
public record Path(List<Join> steps, long columns) {

    /** The table at the end. */
    public TableSchema end() {
        return steps.get(steps.size() - 1).to();
    }

    /** Every path of a plan, with a path for each of the tables in between. */
    static List<Path> of(Plan plan) {
        Collector collector = new Collector();
        RelationSchema.Link link = plan.link();
        List<Join> toModel = link == null ? List.of() : List.of(link.far());
        if (link != null) {
            collector.add(toModel, Columns.ALL);
        }
        collector.tests(plan.linkTest(), List.of());
        collector.tests(plan.test(), toModel);
        plan.counts().forEach(count -> collector.related(count.related(), toModel));
        for (Ordering.Term term : plan.ordering().terms()) {
            collector.value(term.value(), toModel);
        }
        return List.copyOf(collector.paths);
    }

    private static final class Collector {
        private final List<Path> paths = new ArrayList<>();

        void add(List<Join> steps, long columns) {
            paths.add(new Path(steps, columns));
        }

        void tests(List<Criterion> tests, List<Join> from) {
            for (Criterion test : tests) {
                if (test instanceof Criterion.And and) {
                    tests(and.all(), from);
                } else if (test instanceof Criterion.Or or) {
                    tests(or.any(), from);
                } else if (test instanceof Criterion.Not not) {
                    tests(List.of(not.test()), from);
                } else if (test instanceof Criterion.Has has) {
                    related(has.related(), from);
                }
            }
        }

        void related(Related related, List<Join> from) {
            for (Related.Far far : related.targets()) {
                follow(far.relation(), from, far.linkTest(), far.test(), 0, 0);
            }
        }

        void value(SortValue value, List<Join> from) {
            if (value instanceof SortValue.OfCount of) {
                related(of.related(), from);
            } else if (value instanceof SortValue.UpperCase upper) {
                value(upper.value(), from);
            } else if (value instanceof SortValue.OfRelated of) {
                for (Plan.Target target : of.include().targets()) {
                    Plan child = target.child();
                    follow(target.relation(), from, child.linkTest(), child.test(), Columns.ALL, Columns.ALL);
                }
            }
        }

        private void follow(
                RelationSchema relation,
                List<Join> from,
                List<Criterion> linkTest,
                List<Criterion> test,
                long moreOfLink,
                long moreOfTarget) {
            Join near = relation.near();
            List<Join> steps = plus(from, near);
            long nearColumns = Columns.of(near.toSide().columns());
            RelationSchema.Link link = relation.link();
            if (link == null) {
                add(steps, nearColumns | Columns.of(test) | moreOfTarget);
                tests(test, steps);
                return;
            }
            add(steps, nearColumns | Columns.of(link.far().fromSide().columns()) | Columns.of(linkTest) | moreOfLink);
            tests(linkTest, steps);
            List<Join> onward = plus(steps, link.far());
            add(onward, Columns.of(link.far().toSide().columns()) | Columns.of(test) | moreOfTarget);
            tests(test, onward);
        }

        private static List<Join> plus(List<Join> steps, Join step) {
            List<Join> longer = new ArrayList<>(steps);
            longer.add(step);
            return List.copyOf(longer);
        }
    }
}
