package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records of the element type refer to records of another entity, which refer to this one. The component is a {@code ToMany} of the
 * related record.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface HasManyThrough {
    /**
     * Record class of the entity between the two.
     *
     * @return an entity
     */
    Class<?> through();

    /**
     * Attribute of the entity between that refers to this one.
     *
     * @return name of the attribute
     */
    String firstKey();

    /**
     * Attribute of the related entity that refers to the one between.
     *
     * @return name of the attribute
     */
    String secondKey();

    /**
     * Attribute of this entity that the first key refers to.
     *
     * @return name; the primary key if empty
     */
    String localKey() default "";

    /**
     * Attribute of the entity between that the second key refers to.
     *
     * @return name; its primary key if empty
     */
    String secondLocalKey() default "";
}
