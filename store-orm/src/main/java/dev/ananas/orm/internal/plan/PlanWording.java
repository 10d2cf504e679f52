package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.query.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan in words: {@code users by active where age > 17 ordered by 1 term in windows with roles}. */
final class PlanWording {
    private PlanWording() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder(plan.wanted() == Question.Wanted.NUMBER ? "number of " : "");
        text.append(plan.table().name());
        if (plan.via() != null) {
            text.append(" via ").append(plan.via());
        }
        if (!plan.keyColumns().isEmpty()) {
            text.append(" by ")
                    .append(plan.keyColumns().stream()
                            .map(column -> column.ofLink()
                                    ? plan.drivingTable().name() + "." + name(plan.drivingTable(), column.ordinal())
                                    : name(plan.table(), column.ordinal()))
                            .collect(Collectors.joining(", ")));
        }
        List<String> tests = new ArrayList<>();
        plan.test().forEach(test -> tests.add(of(plan.table(), test)));
        plan.linkTest().forEach(test -> tests.add("pivot " + of(plan.drivingTable(), test)));
        text.append(tests.isEmpty() ? "" : " where " + String.join(" and ", tests));
        int terms = plan.ordering().terms().size();
        text.append(terms == 0 ? "" : " ordered by " + terms + (terms == 1 ? " term" : " terms"));
        text.append(plan.windowed() ? " in windows" : "");
        List<String> relations = new ArrayList<>();
        for (Plan.Include include : plan.includes()) {
            relations.add(include.targets().get(0).relation().name());
        }
        return text.append(relations.isEmpty() ? "" : " with " + String.join(", ", relations))
                .toString();
    }

    private static String of(TableSchema table, Criterion test) {
        if (test instanceof Criterion.Compare compare) {
            return name(table, compare.column()) + " " + compare.operator().symbol() + " " + compare.value();
        }
        if (test instanceof Criterion.In in) {
            return name(table, in.column()) + " in " + in.values();
        }
        if (test instanceof Criterion.KeyIn in) {
            return "key in " + in.keys();
        }
        if (test instanceof Criterion.Like like) {
            return name(table, like.column()) + " like " + like.pattern().pattern();
        }
        if (test instanceof Criterion.And and) {
            return joined(table, and.all(), " and ");
        }
        if (test instanceof Criterion.Or or) {
            return joined(table, or.any(), " or ");
        }
        if (test instanceof Criterion.Not not) {
            return "not " + of(table, not.test());
        }
        if (test instanceof Criterion.Has has) {
            return "count of " + has.related().targets().get(0).relation().name() + " "
                    + has.operator().symbol() + " " + has.number();
        }
        return "'" + ((Criterion.Opaque) test).name() + "'";
    }

    private static String joined(TableSchema table, List<Criterion> tests, String word) {
        return tests.stream().map(test -> of(table, test)).collect(Collectors.joining(word, "(", ")"));
    }

    private static String name(TableSchema table, int column) {
        return table.components().get(column).name();
    }

    /** Names of the tests of the caller's own in some criteria. */
    static List<String> opaque(Plan plan) {
        List<String> names = new ArrayList<>();
        plan.test().forEach(test -> opaque(test, names));
        plan.linkTest().forEach(test -> opaque(test, names));
        return names;
    }

    private static void opaque(Criterion test, List<String> into) {
        if (test instanceof Criterion.Opaque own) {
            into.add(own.name());
        } else if (test instanceof Criterion.And and) {
            and.all().forEach(one -> opaque(one, into));
        } else if (test instanceof Criterion.Or or) {
            or.any().forEach(one -> opaque(one, into));
        } else if (test instanceof Criterion.Not not) {
            opaque(not.test(), into);
        } else if (test instanceof Criterion.Has has) {
            has.related().targets().forEach(far -> {
                far.test().forEach(one -> opaque(one, into));
                far.linkTest().forEach(one -> opaque(one, into));
            });
        }
    }
}
