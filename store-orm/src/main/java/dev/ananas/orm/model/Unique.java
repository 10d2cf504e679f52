package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A write that would give two records the same values in the attributes fails; null is like no other value. On a component it is
 * about that one, on the record about those it names. It is an index as well.
 */
@Documented
@Repeatable(Unique.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Unique {
    /**
     * On the record: the attributes.
     *
     * @return names of attributes; on a component empty
     */
    String[] value() default {};

    /** Several on one record. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /**
         * Each is one index.
         *
         * @return in any order
         */
        Unique[] value();
    }
}
