package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Changes the values of the attribute by static methods of the record that take and return its type. They run on the thread that writes,
 * must depend on their argument alone and have to expect null where the component may be null. A model that is read and saved again passes
 * through both.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Mutate {
    /**
     * Changes what is read.
     *
     * @return name of a static method that is not private, or the empty text for none
     */
    String get() default "";

    /**
     * Changes what is stored.
     *
     * @return name of a static method that is not private, or the empty text for none
     */
    String set() default "";
}
