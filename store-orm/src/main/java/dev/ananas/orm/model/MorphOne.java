package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One record of the component type refers to this one by key and entity name.
 * The component is a {@code ToOne} of the related record.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface MorphOne {
    /**
     * Attribute of the related entity that holds the key.
     *
     * @return name of the attribute
     */
    String morphId();

    /**
     * Attribute of the related entity that holds the entity name.
     *
     * @return name of a text
     */
    String morphType();

    /**
     * Attribute of this entity that they refer to.
     *
     * @return name; the primary key if empty
     */
    String localKey() default "";

    /**
     * What a delete of this record does to the other end.
     *
     * @return the action; see {@link OnDelete} for those that fit
     */
    OnDelete onDelete() default OnDelete.NOTHING;
}
