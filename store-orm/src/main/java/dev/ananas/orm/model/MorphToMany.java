package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Many to many through pivots that refer to this end by key and entity name.
 * The component is a {@code ToMany} of the related record.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface MorphToMany {
    /**
     * Record class of the links.
     *
     * @return an entity
     */
    Class<?> pivot();

    /**
     * Attribute of the pivot that refers to the related entity.
     *
     * @return name of the attribute
     */
    String relatedId();

    /**
     * Attribute of the pivot that holds the key of this end.
     *
     * @return name of the attribute
     */
    String morphId();

    /**
     * Attribute of the pivot that holds the entity name of this end.
     *
     * @return name of a text
     */
    String morphType();

    /**
     * Attribute of this entity that the pivot refers to.
     *
     * @return name; the primary key if empty
     */
    String parentKey() default "";

    /**
     * Attribute of the related entity that the pivot refers to.
     *
     * @return name; its primary key if empty
     */
    String relatedKey() default "";

    /**
     * Name of the {@link Pivot} component of the related record, where its type alone does not decide.
     *
     * @return a name; if empty, {@code pivot} or else the first component of the type of the pivot
     */
    String as() default "";

    /**
     * What a delete of this record does to the other end.
     *
     * @return the action; see {@link OnDelete} for those that fit
     */
    OnDelete onDelete() default OnDelete.NOTHING;
}
