package dev.ananas.orm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation as declared: names only, resolved when a database opens. An empty list of local, owner, parent or related keys
 * stands for the primary key.
 */
public sealed interface RelationType extends Component {

    /**
     * Names of the related entities: one, or several for {@link MorphTo}.
     *
     * @return at least one name
     */
    List<String> relatedEntities();

    /**
     * Whether the relation leads to a list of models.
     *
     * @return false if it leads to one model at the most
     */
    default boolean toMany() {
        return true;
    }

    /**
     * What a delete of the declaring record does to the other end. Not every kind of relation can have an action; the check of
     * the schema tells which.
     *
     * @return the action
     */
    OnDelete onDelete();

    /**
     * The same relation with another action.
     *
     * @param action what a delete of the declaring record does to the other end
     * @return a new relation
     */
    RelationType withOnDelete(OnDelete action);

    /** One record, or any number of records, of {@code related} refer to this one. */
    record Has(
            String name,
            boolean many,
            String related,
            List<String> foreignKey,
            List<String> localKey,
            OnDelete onDelete)
            implements RelationType {
        @Override
        public List<String> relatedEntities() {
            return List.of(related);
        }

        @Override
        public boolean toMany() {
            return many;
        }

        @Override
        public Has withOnDelete(OnDelete action) {
            return new Has(name, many, related, foreignKey, localKey, action);
        }
    }

    /** This record refers to one record of {@code related}. */
    record BelongsTo(String name, String related, List<String> foreignKey, List<String> ownerKey, OnDelete onDelete)
            implements RelationType {
        BelongsTo(String name, String related, List<String> foreignKey, List<String> ownerKey) {
            this(name, related, foreignKey, ownerKey, OnDelete.NOTHING);
        }

        @Override
        public BelongsTo withOnDelete(OnDelete action) {
            return new BelongsTo(name, related, foreignKey, ownerKey, action);
        }

        @Override
        public boolean toMany() {
            return false;
        }

        @Override
        public List<String> relatedEntities() {
            return List.of(related);
        }
    }

    /** This record has a list of keys of {@code related}. */
    record HasManyBy(
            String name,
            String related,
            String foreignKey,
            @Nullable String ownerKey,
            OnDelete onDelete) implements RelationType {
        HasManyBy(String name, String related, String foreignKey, @Nullable String ownerKey) {
            this(name, related, foreignKey, ownerKey, OnDelete.NOTHING);
        }

        @Override
        public HasManyBy withOnDelete(OnDelete action) {
            return new HasManyBy(name, related, foreignKey, ownerKey, action);
        }

        @Override
        public List<String> relatedEntities() {
            return List.of(related);
        }
    }

    /** Records of {@code related} refer to records of {@code through}, which refer to this one. */
    record HasManyThrough(
            String name,
            String related,
            String through,
            List<String> firstKey,
            List<String> secondKey,
            List<String> localKey,
            List<String> secondLocalKey,
            OnDelete onDelete)
            implements RelationType {
        HasManyThrough(
                String name,
                String related,
                String through,
                List<String> firstKey,
                List<String> secondKey,
                List<String> localKey,
                List<String> secondLocalKey) {
            this(name, related, through, firstKey, secondKey, localKey, secondLocalKey, OnDelete.NOTHING);
        }

        @Override
        public HasManyThrough withOnDelete(OnDelete action) {
            return new HasManyThrough(name, related, through, firstKey, secondKey, localKey, secondLocalKey, action);
        }

        @Override
        public List<String> relatedEntities() {
            return List.of(related);
        }
    }

    /** One record, or any number of records, of {@code related} refer to this one by entity name and key. */
    record MorphHas(
            String name,
            boolean many,
            String related,
            String morphId,
            String morphType,
            @Nullable String localKey,
            OnDelete onDelete)
            implements RelationType {
        @Override
        public MorphHas withOnDelete(OnDelete action) {
            return new MorphHas(name, many, related, morphId, morphType, localKey, action);
        }

        @Override
        public List<String> relatedEntities() {
            return List.of(related);
        }

        @Override
        public boolean toMany() {
            return many;
        }
    }

    /** This record refers to one record of one of several entities by entity name and key. */
    record MorphTo(
            String name,
            List<String> relatedEntities,
            String morphId,
            String morphType,
            @Nullable String ownerKey,
            OnDelete onDelete)
            implements RelationType {
        MorphTo(
                String name,
                List<String> relatedEntities,
                String morphId,
                String morphType,
                @Nullable String ownerKey) {
            this(name, relatedEntities, morphId, morphType, ownerKey, OnDelete.NOTHING);
        }

        @Override
        public MorphTo withOnDelete(OnDelete action) {
            return new MorphTo(name, relatedEntities, morphId, morphType, ownerKey, action);
        }

        @Override
        public boolean toMany() {
            return false;
        }
    }

    /**
     * Many to many through rows of {@code pivot}.
     *
     * @param parentMorphType attribute of the pivot that holds the name of the declaring entity, or null
     * @param relatedMorphType attribute of the pivot that holds the name of the related entity, or null
     * @param as name of the accessor of the pivot on the related model, or null
     */
    record ThroughPivot(
            String name,
            String related,
            String pivot,
            List<String> foreignPivotKey,
            List<String> relatedPivotKey,
            List<String> parentKey,
            List<String> relatedKey,
            @Nullable String parentMorphType,
            @Nullable String relatedMorphType,
            @Nullable String as,
            OnDelete onDelete)
            implements RelationType {
        @Override
        public List<String> relatedEntities() {
            return List.of(related);
        }

        ThroughPivot withAccessor(String accessor) {
            return new ThroughPivot(
                    name,
                    related,
                    pivot,
                    foreignPivotKey,
                    relatedPivotKey,
                    parentKey,
                    relatedKey,
                    parentMorphType,
                    relatedMorphType,
                    accessor,
                    onDelete);
        }

        @Override
        public ThroughPivot withOnDelete(OnDelete action) {
            return new ThroughPivot(
                    name,
                    related,
                    pivot,
                    foreignPivotKey,
                    relatedPivotKey,
                    parentKey,
                    relatedKey,
                    parentMorphType,
                    relatedMorphType,
                    as,
                    action);
        }
    }
}
