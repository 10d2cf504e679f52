package dev.ananas.orm.query;

/**
 * Clauses on the models at the far end of a relation.
 *
 * @param <R> related model
 */
public interface Related<R> extends Clauses<R, Related<R>> {}
