package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Converts the values of the attribute that are given, before they are checked against the type of the component; see {@link Cast}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface CastWith {
    /**
     * The cast.
     *
     * @return a class with a constructor without arguments; {@link Cast} itself stands for the one that comes with the library for
     *     the type of the component: text, number, boolean, {@link java.time.Instant}, list or enum
     */
    Class<? extends Cast> value() default Cast.class;
}
