package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This record refers to one record of the component type. The component is a {@code ToOne} of the related record. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface BelongsTo {
    /**
     * Attributes of this entity that refer to the related one.
     *
     * @return one name, or as many as the owner key has parts
     */
    String[] foreignKey();

    /**
     * Attributes of the related entity that they refer to.
     *
     * @return names; its primary key if empty
     */
    String[] ownerKey() default {};
}
