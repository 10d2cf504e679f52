package dev.ananas.orm.query;

/**
 * Shape of belongsToMany: every related model comes with its pivot.
 *
 * @param <M> model that declares the relation
 * @param <R> related model
 * @param <P> pivot
 */
public final class PivotRelation<M, R, P> extends Relation<M, R, RelatedThroughPivot<R, P>> {
    private PivotRelation(String entity, String name) {
        super(entity, name);
    }

    /** Token of a relation of this shape. */
    public static <M, R, P> PivotRelation<M, R, P> through(String entity, String name) {
        return new PivotRelation<>(entity, name);
    }

    @Override
    RelatedThroughPivot<R, P> noClauses() {
        return new PivotClauses<>(Selection.EVERYTHING);
    }
}
