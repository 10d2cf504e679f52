package dev.ananas.orm.query;

/**
 * Shape of hasOne and belongsTo.
 *
 * @param <M> model that declares the relation
 * @param <R> related model
 */
public final class ToOneRelation<M, R> extends Relation<M, R, Related<R>> {
    private ToOneRelation(String entity, String name) {
        super(entity, name);
    }

    /** Token of a relation of this shape. */
    public static <M, R> ToOneRelation<M, R> one(String entity, String name) {
        return new ToOneRelation<>(entity, name);
    }

    @Override
    Related<R> noClauses() {
        return new RelatedClauses<>(Selection.EVERYTHING);
    }
}
