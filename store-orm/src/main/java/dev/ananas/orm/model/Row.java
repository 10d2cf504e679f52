package dev.ananas.orm.model;

import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model of an entity type that has no class: values by attribute name. Immutable; equal by entity, values and loaded relations. */
public interface Row {

    /** What makes the name of a count out of the name of a relation: {@code posts_count}. */
    String COUNT = "_count";

    /**
     * Value of an attribute, or the number of related models that a query counted with {@code withCount("posts")}, under
     * {@code posts_count} unless an attribute has this name.
     *
     * @param attribute name as declared; an unknown one is an error that lists the nearest names
     * @return the value, null allowed
     * @throws IllegalStateException if the row leaves the attribute out
     */
    @Nullable
    Object get(String attribute);

    /**
     * Related model of a to-one relation.
     *
     * @param relation name as declared
     * @return the relation, loaded or not
     */
    ToOne<Row> one(String relation);

    /**
     * Related models of a to-many relation.
     *
     * @param relation name as declared
     * @return the relation, loaded or not
     */
    ToMany<Row> many(String relation);

    /**
     * The pivot of the many-to-many relation through which this row was reached, whatever its accessor is called.
     *
     * @return the pivot, or null
     */
    @Nullable
    Row pivot();

    /**
     * The pivot under the name a relation gave it with {@code as}.
     *
     * @param as accessor name
     * @return the pivot, or null if the row was not reached through a relation with this accessor
     */
    @Nullable
    Row pivot(String as);

    /**
     * The name of the accessor of {@link #pivot()}.
     *
     * @return such as {@code pivot}, or null if the row was not reached through a many-to-many relation
     */
    @Nullable
    String pivotName();

    /**
     * The attributes in the order of their declaration, without those that the row leaves out.
     *
     * @return an immutable map, null values allowed
     */
    Map<String, @Nullable Object> attributes();

    /**
     * The entity type that describes this row.
     *
     * @return the entity type
     */
    EntityType<Row> type();
}
