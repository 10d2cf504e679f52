package dev.ananas.orm.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A relation as it is annotated. An empty list of keys, or a key that is null, stands for the primary key. */
sealed interface RelationModel extends ComponentModel {

    /** The annotation. */
    Mark mark();

    /** The model at the other end, as the component names it. */
    TypeMirror target();

    /** The entities at the other end: several of a morph-to relation, one of any other. */
    List<Entity> targets();

    /** The other end of a relation that has one. */
    default Entity related() {
        return targets().get(0);
    }

    /** Whether it leads to one record at the most. */
    default boolean isToOne() {
        return this instanceof BelongsTo
                || this instanceof MorphTo
                || this instanceof Has has && !has.many()
                || this instanceof MorphHas morph && !morph.many();
    }

    /** Name of the referential action. */
    default String onDelete() {
        return mark().constant("onDelete");
    }

    /** What all relations have. */
    record Ends(Declaration declaration, Mark mark, TypeMirror target, List<Entity> targets) {}

    /** A relation by its ends. */
    sealed interface WithEnds extends RelationModel {
        Ends ends();

        @Override
        default Declaration declaration() {
            return ends().declaration();
        }

        @Override
        default Mark mark() {
            return ends().mark();
        }

        @Override
        default TypeMirror target() {
            return ends().target();
        }

        @Override
        default List<Entity> targets() {
            return ends().targets();
        }
    }

    /** Has-one and has-many. */
    record Has(Ends ends, boolean many, List<String> foreignKey, List<String> localKey) implements WithEnds {}

    /** Belongs-to. */
    record BelongsTo(Ends ends, List<String> foreignKey, List<String> ownerKey) implements WithEnds {
        @Override
        public String onDelete() {
            return "NOTHING";
        }
    }

    /** Has-many by a list of keys. */
    record HasManyBy(Ends ends, String foreignKey, @Nullable String ownerKey) implements WithEnds {
        @Override
        public String onDelete() {
            return "NOTHING";
        }
    }

    /** Has-many through another entity. */
    record HasManyThrough(
            Ends ends,
            Entity through,
            String firstKey,
            String secondKey,
            @Nullable String localKey,
            @Nullable String secondLocalKey)
            implements WithEnds {
        @Override
        public String onDelete() {
            return "NOTHING";
        }
    }

    /** Morph-one and morph-many. */
    record MorphHas(
            Ends ends,
            boolean many,
            String morphId,
            String morphType,
            @Nullable String localKey) implements WithEnds {}

    /** Morph-to. */
    record MorphTo(
            Ends ends,
            String morphId,
            String morphType,
            @Nullable String ownerKey) implements WithEnds {
        @Override
        public String onDelete() {
            return "NOTHING";
        }
    }

    /**
     * Many to many.
     *
     * @param call what the relation is called on the builder of entity types
     * @param foreignPivotKey attributes of the pivot that refer to this entity
     * @param relatedPivotKey attributes of the pivot that refer to the related entity
     * @param morphType attribute of the pivot that holds an entity name, or null
     */
    record ThroughPivot(
            Ends ends,
            String call,
            Entity pivot,
            List<String> foreignPivotKey,
            List<String> relatedPivotKey,
            List<String> parentKey,
            List<String> relatedKey,
            @Nullable String morphType)
            implements WithEnds {
        String as() {
            return mark().text("as");
        }
    }
}
