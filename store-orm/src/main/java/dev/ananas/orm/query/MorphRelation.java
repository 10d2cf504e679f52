package dev.ananas.orm.query;

import dev.ananas.orm.model.EntityType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Shape of morphTo: the related model is one of several entities.
 *
 * @param <M> model that declares the relation
 * @param <R> common type of the related models
 */
public final class MorphRelation<M, R> extends Relation<M, R, RelatedCases<R>> {
    private MorphRelation(String entity, String name) {
        super(entity, name);
    }

    /** Token of a relation of this shape. */
    public static <M, R> MorphRelation<M, R> morph(String entity, String name) {
        return new MorphRelation<>(entity, name);
    }

    @Override
    RelatedCases<R> noClauses() {
        return new Cases<>(Map.of());
    }

    /** What was said about each case. */
    record Cases<R>(Map<String, Selection> byEntity) implements RelatedCases<R>, Said {
        @Override
        public <T extends R> RelatedCases<R> on(EntityType<T> type, UnaryOperator<Related<T>> related) {
            Map<String, Selection> more = new LinkedHashMap<>(byEntity);
            RelatedClauses<T> none = new RelatedClauses<>(Selection.EVERYTHING);
            more.put(type.name(), ClauseBuilder.said(Objects.requireNonNull(related.apply(none), "related")));
            return new Cases<>(more);
        }

        @Override
        public Selection selection() {
            return Selection.EVERYTHING.withCases(byEntity);
        }
    }
}
