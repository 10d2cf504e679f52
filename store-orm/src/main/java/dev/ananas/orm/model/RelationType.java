package dev.ananas.orm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation as declared: names only, resolved when a database opens. An empty list of local, owner, parent or related keys
 * stands for the primary key.
 */
public sealed interface RelationType extends Component {

    /**
     * Name of the related entity.
     *
     * @return the name
     */
    String related();

    /** One record of {@code related} refers to this one. */
    record HasOne(String name, String related, List<String> foreignKey, List<String> localKey)
            implements RelationType {}

    /** Any number of records of {@code related} refer to this one. */
    record HasMany(String name, String related, List<String> foreignKey, List<String> localKey)
            implements RelationType {}

    /** This record refers to one record of {@code related}. */
    record BelongsTo(String name, String related, List<String> foreignKey, List<String> ownerKey)
            implements RelationType {}

    /** Many to many through rows of {@code pivot}; {@code as} names the accessor of the pivot on the related model. */
    record BelongsToMany(
            String name,
            String related,
            String pivot,
            String foreignPivotKey,
            String relatedPivotKey,
            @Nullable String parentKey,
            @Nullable String relatedKey,
            @Nullable String as)
            implements RelationType {

        BelongsToMany withAccessor(String accessor) {
            return new BelongsToMany(
                    name, related, pivot, foreignPivotKey, relatedPivotKey, parentKey, relatedKey, accessor);
        }
    }
}
