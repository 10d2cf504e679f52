package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a record that does not name the attribute. Without it the default is the zero of a primitive, an empty text, list, set or
 * map, and null where the component is {@code @Nullable}, a key, a foreign key or of another type.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Default {
    /**
     * A constant: a text, a number, {@code true} or {@code false}, a character, the name of an enum constant, a UUID, or a
     * value of java.time in ISO 8601.
     *
     * @return the constant as text
     */
    String value() default "";

    /**
     * Makes the value anew for each record.
     *
     * @return name of a static method of the record without arguments that is not private; in place of a constant
     */
    String method() default "";
}
