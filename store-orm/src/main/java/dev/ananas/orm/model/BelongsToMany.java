package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Many to many through records of a pivot entity. The component is a {@code ToMany} of the related record. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface BelongsToMany {
    /**
     * Record class of the links.
     *
     * @return an entity
     */
    Class<?> pivot();

    /**
     * Attributes of the pivot that refer to this entity.
     *
     * @return one name, or as many as the parent key has parts
     */
    String[] foreignPivotKey();

    /**
     * Attributes of the pivot that refer to the related entity.
     *
     * @return one name, or as many as the related key has parts
     */
    String[] relatedPivotKey();

    /**
     * Attributes of this entity that the pivot refers to.
     *
     * @return names; the primary key if empty
     */
    String[] parentKey() default {};

    /**
     * Attributes of the related entity that the pivot refers to.
     *
     * @return names; its primary key if empty
     */
    String[] relatedKey() default {};

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
