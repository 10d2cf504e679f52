package dev.ananas.orm.internal.plan;

import java.util.List;

/** Whether a plan runs functions of the caller to decide about its members; they may throw, and expect the thread that writes. */
public final class CallersCode {
    private CallersCode() {}

    /** Whether the tests or the order of a plan run any. */
    public static boolean isIn(Plan plan) {
        return inTests(plan.linkTest())
                || inTests(plan.test())
                || plan.ordering().terms().stream().anyMatch(term -> inValue(term.value()));
    }

    private static boolean inTests(List<Criterion> tests) {
        return tests.stream().anyMatch(CallersCode::inTest);
    }

    private static boolean inTest(Criterion test) {
        if (test instanceof Criterion.And and) {
            return inTests(and.all());
        }
        if (test instanceof Criterion.Or or) {
            return inTests(or.any());
        }
        if (test instanceof Criterion.Not not) {
            return inTest(not.test());
        }
        return test instanceof Criterion.Opaque || test instanceof Criterion.Has has && inRelated(has.related());
    }

    private static boolean inRelated(Related related) {
        return related.targets().stream().anyMatch(far -> inTests(far.linkTest()) || inTests(far.test()));
    }

    private static boolean inValue(SortValue value) {
        if (value instanceof SortValue.UpperCase upper) {
            return inValue(upper.value());
        }
        if (value instanceof SortValue.OfRelated of) {
            return of.include().targets().stream().anyMatch(target -> isIn(target.child()));
        }
        return value instanceof SortValue.OfFunction
                || value instanceof SortValue.OfCount of && inRelated(of.related());
    }
}
