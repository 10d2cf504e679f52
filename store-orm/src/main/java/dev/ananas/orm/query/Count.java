package dev.ananas.orm.query;

import java.util.Objects;

/**
 * A number of related models, waiting for a comparison; also an order. Models are counted once each, whatever the number of
 * pivots that lead to them.
 *
 * @param <M> model that declares the relation
 */
public final class Count<M> implements Order<M> {
    private final String entity;
    private final String relation;
    private final Selection related;
    private final boolean descending;
    private final boolean nullsLead;

    Count(String entity, String relation, Selection related, boolean descending, boolean nullsLead) {
        this.entity = entity;
        this.relation = relation;
        this.related = related;
        this.descending = descending;
        this.nullsLead = nullsLead;
    }

    /** Exactly {@code n}. */
    public Condition<M> eq(int n) {
        return compare(Operator.EQUAL, n);
    }

    /** At least {@code n}. */
    public Condition<M> atLeast(int n) {
        return compare(Operator.AT_LEAST, n);
    }

    /** At most {@code n}. */
    public Condition<M> atMost(int n) {
        return compare(Operator.AT_MOST, n);
    }

    private Condition<M> compare(Operator operator, int n) {
        return new Condition.Has<>(entity, relation, related, operator, n);
    }

    @Override
    public Term<M> term() {
        return new Term<>(new Key.OfCount(entity, relation, related), null, descending, nullsLead);
    }

    @Override
    public Order<M> reversed() {
        return new Count<>(entity, relation, related, !descending, !nullsLead);
    }

    @Override
    public Order<M> nullsFirst() {
        return new Count<>(entity, relation, related, descending, true);
    }

    @Override
    public Order<M> nullsLast() {
        return new Count<>(entity, relation, related, descending, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Count<?> that && term().equals(that.term());
    }

    @Override
    public int hashCode() {
        return Objects.hash(entity, relation, related, descending);
    }

    @Override
    public String toString() {
        return "count of " + entity + "." + relation;
    }
}
