package dev.ananas.orm.query;

/** Clauses on related models without a pivot. */
final class RelatedClauses<R> extends ClauseBuilder<R, Related<R>> implements Related<R> {
    RelatedClauses(Selection selection) {
        super(selection);
    }

    @Override
    Related<R> saying(Selection more) {
        return new RelatedClauses<>(more);
    }
}
