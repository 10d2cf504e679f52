package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One record of the component type refers to this one. The component is a {@code ToOne} of the related record. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface HasOne {
    /**
     * Attributes of the related entity that refer to this one.
     *
     * @return one name, or as many as the local key has parts
     */
    String[] foreignKey();

    /**
     * Attributes of this entity that they refer to.
     *
     * @return names; the primary key if empty
     */
    String[] localKey() default {};

    /**
     * What a delete of this record does to the other end.
     *
     * @return the action; see {@link OnDelete} for those that fit
     */
    OnDelete onDelete() default OnDelete.NOTHING;
}
