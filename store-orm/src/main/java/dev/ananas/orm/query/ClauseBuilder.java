package dev.ananas.orm.query;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.Row;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every clause is one new {@link Selection}; what is built around it is up to the subclass. */
abstract class ClauseBuilder<M, S extends Clauses<M, S>> implements Clauses<M, S>, Said {
    final Selection selection;

    ClauseBuilder(Selection selection) {
        this.selection = selection;
    }

    abstract S saying(Selection more);

    @Override
    public final Selection selection() {
        return selection;
    }

    @Override
    public final S where(Condition<? super M> condition) {
        return saying(selection.where(Objects.requireNonNull(condition, "condition")));
    }

    @Override
    public final <C extends M> S where(EntityType<C> type, Condition<? super C> condition) {
        return where(Condition.<M, C>ofCase(type, condition));
    }

    @Override
    public final S orWhere(Condition<? super M> condition) {
        return saying(selection.orWhere(Objects.requireNonNull(condition, "condition")));
    }

    @Override
    public final S has(Relation<? super M, ?, ?> relation) {
        return where(relation.exists());
    }

    @Override
    public final S doesntHave(Relation<? super M, ?, ?> relation) {
        return where(relation.exists().not());
    }

    @Override
    public final <C> S whereHas(Relation<? super M, ?, C> relation, UnaryOperator<C> related) {
        return where(relation.exists(related));
    }

    @Override
    public final <C> S whereDoesntHave(Relation<? super M, ?, C> relation, UnaryOperator<C> related) {
        return where(relation.exists(related).not());
    }

    @Override
    public final S has(String relation) {
        return whereHas(relation, UnaryOperator.identity());
    }

    @Override
    public final S doesntHave(String relation) {
        return whereDoesntHave(relation, UnaryOperator.identity());
    }

    @Override
    public final S whereHas(String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related) {
        return where(Condition.has(relation, related, Operator.AT_LEAST.symbol(), 1));
    }

    @Override
    public final S whereDoesntHave(String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related) {
        return where(Condition.has(relation, related, Operator.LESS.symbol(), 1));
    }

    @Override
    public final S withAll() {
        return withAll(UnaryOperator.identity());
    }

    @Override
    public final S withAll(UnaryOperator<RelatedThroughPivot<Row, Row>> related) {
        return saying(selection.withAll(said(related.apply(new PivotClauses<>(Selection.EVERYTHING)))));
    }

    @Override
    public final S withAllRecursive(int depth) {
        Selection nested = Selection.EVERYTHING;
        for (int i = 0; i < notNegative("depth", depth); i++) {
            nested = Selection.EVERYTHING.withAll(nested);
        }
        return saying(selection.withAll(nested));
    }

    @Override
    public final S orderBy(Order<? super M> term) {
        return saying(selection.orderBy(new Selection.OrderTerm(false, Objects.requireNonNull(term, "term"))));
    }

    @Override
    public final S orderBy(String attribute) {
        return orderBy(Order.by(attribute));
    }

    @Override
    public final S limit(int n) {
        return saying(selection.window(selection.window().offset(), notNegative("limit", n)));
    }

    @Override
    public final S offset(int n) {
        return saying(
                selection.window(notNegative("offset", n), selection.window().limit()));
    }

    @Override
    public final S with(Relation<? super M, ?, ?> relation) {
        return including(relation.entity(), relation.name(), Selection.EVERYTHING);
    }

    @Override
    public final <C> S with(Relation<? super M, ?, C> relation, UnaryOperator<C> related) {
        return including(relation.entity(), relation.name(), said(related.apply(relation.noClauses())));
    }

    @Override
    public final <C extends M> S with(EntityType<C> type, Relation<C, ?, ?> relation) {
        Objects.requireNonNull(type, "type");
        return including(relation.entity(), relation.name(), Selection.EVERYTHING);
    }

    @Override
    public final <C extends M, R> S with(EntityType<C> type, Relation<C, ?, R> relation, UnaryOperator<R> related) {
        Objects.requireNonNull(type, "type");
        return including(relation.entity(), relation.name(), said(related.apply(relation.noClauses())));
    }

    @Override
    public final S with(String path) {
        String[] names = path.split("\\.", -1);
        Selection related = Selection.EVERYTHING;
        for (int i = names.length - 1; i > 0; i--) {
            related = Selection.EVERYTHING.include(new Selection.Include(null, names[i], related));
        }
        return including(null, names[0], related);
    }

    @Override
    public final S with(String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related) {
        return including(null, relation, said(related.apply(new PivotClauses<>(Selection.EVERYTHING))));
    }

    @Override
    public final S withCount(Relation<? super M, ?, ?> relation) {
        return counting(relation.entity(), relation.name(), Selection.EVERYTHING);
    }

    @Override
    public final <C> S withCount(Relation<? super M, ?, C> relation, UnaryOperator<C> related) {
        return counting(relation.entity(), relation.name(), said(related.apply(relation.noClauses())));
    }

    @Override
    public final S withCount(String relation) {
        return counting(null, relation, Selection.EVERYTHING);
    }

    @Override
    public final S withCount(String relation, UnaryOperator<RelatedThroughPivot<Row, Row>> related) {
        return counting(null, relation, said(related.apply(new PivotClauses<>(Selection.EVERYTHING))));
    }

    private S counting(@Nullable String entity, String relation, Selection related) {
        if (!related.window().isWhole()) {
            throw new IllegalArgumentException("withCount of \"" + relation + "\" counts every related model and takes"
                    + " no limit or offset, found " + related + "; leave it out");
        }
        return saying(selection.count(new Selection.Include(entity, relation, related)));
    }

    @Override
    public final S makeVisible(String... attributes) {
        return saying(selection.show(new Selection.Shown(true, List.of(attributes))));
    }

    @Override
    public final S makeHidden(String... attributes) {
        return saying(selection.show(new Selection.Shown(false, List.of(attributes))));
    }

    @Override
    public final S withMeta() {
        return makeVisible(Meta.NAME);
    }

    @Override
    public final S where(String attribute, @Nullable Object value) {
        return value instanceof Collection<?>
                ? where(attribute, "in", value)
                : where(attribute, Operator.EQUAL.symbol(), value);
    }

    @Override
    public final S where(String attribute, String operator, @Nullable Object value) {
        return where(Condition.of(attribute, operator, value));
    }

    private S including(@Nullable String entity, String relation, Selection related) {
        return saying(selection.include(new Selection.Include(entity, relation, related)));
    }

    /** What clauses say. */
    static Selection said(Object clauses) {
        if (clauses instanceof Said said) {
            return said.selection();
        }
        throw new IllegalArgumentException(
                "The clauses on related models have to be built from those that are passed in, found " + clauses);
    }

    private static int notNegative(String clause, int n) {
        if (n < 0) {
            throw new IllegalArgumentException(clause + " expects 0 or more, found " + n);
        }
        return n;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClauseBuilder<?, ?> that
                && getClass() == that.getClass()
                && Arrays.equals(identity(), that.identity());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(identity());
    }

    Object[] identity() {
        return new Object[] {selection};
    }

    @Override
    public String toString() {
        return selection.toString();
    }
}
