package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Conditions that ask the attributes for one value each find their records without a scan. On a component it is about that one,
 * on the record about those it names.
 */
@Documented
@Repeatable(Index.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Index {
    /**
     * On the record: the attributes.
     *
     * @return names of attributes; on a component empty
     */
    String[] value() default {};

    /**
     * Whether it also serves ranges and orders, as {@link EntityTypeBuilder#sortedIndex} does; the attributes weigh as they are
     * named.
     *
     * @return false by default, which serves single values alone and costs less to write
     */
    boolean sorted() default false;

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
        Index[] value();
    }
}
