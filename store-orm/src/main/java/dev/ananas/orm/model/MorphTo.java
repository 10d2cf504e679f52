package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This record refers by key and entity name to one record of one of several entities. The component is a {@code ToOne} of what these have
 * in common.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface MorphTo {
    /**
     * Attribute of this entity that holds the key.
     *
     * @return name of the attribute
     */
    String morphId();

    /**
     * Attribute of this entity that holds the entity name.
     *
     * @return name of a text
     */
    String morphType();

    /**
     * The entities it may refer to.
     *
     * @return record classes; the entities that a sealed component type permits if empty
     */
    Class<?>[] related() default {};

    /**
     * Attribute of the related entities that the key is a value of.
     *
     * @return name; their primary keys if empty
     */
    String ownerKey() default "";
}
