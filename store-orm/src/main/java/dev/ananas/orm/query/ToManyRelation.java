package dev.ananas.orm.query;

/**
 * Shape of hasMany.
 *
 * @param <M> model that declares the relation
 * @param <R> related model
 */
public final class ToManyRelation<M, R> extends Relation<M, R, Related<R>> {
    private ToManyRelation(String entity, String name) {
        super(entity, name);
    }

    /** Token of a relation of this shape. */
    public static <M, R> ToManyRelation<M, R> many(String entity, String name) {
        return new ToManyRelation<>(entity, name);
    }

    @Override
    Related<R> noClauses() {
        return new RelatedClauses<>(Selection.EVERYTHING);
    }
}
