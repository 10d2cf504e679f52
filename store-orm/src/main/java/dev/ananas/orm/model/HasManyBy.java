package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This record has a list of keys of the records of the element type, which come in its order. The component is a {@code ToMany} of the
 * related record.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface HasManyBy {
    /**
     * Attribute of this entity that is a list of keys.
     *
     * @return name of the attribute
     */
    String foreignKey();

    /**
     * Attribute of the related entity that the keys are values of.
     *
     * @return name; its primary key if empty
     */
    String ownerKey() default "";
}
