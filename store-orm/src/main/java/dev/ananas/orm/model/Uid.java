package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A key or attribute that is generated where it is missing or null. The component is a {@code String} or {@code UUID}, or a {@code Long} or
 * {@code Integer} for a sequence; never a primitive, which cannot be missing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Uid {
    /**
     * How ids are made.
     *
     * @return the kind; it does not matter if there is a {@link #generator}
     */
    UidKind value() default UidKind.UUID;

    /**
     * Length of the texts of {@link UidKind#NANOID}.
     *
     * @return 1 or more
     */
    int size() default 21;

    /**
     * Characters that the texts of {@link UidKind#NANOID} are made of.
     *
     * @return 2 or more
     */
    String alphabet() default "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict";

    /**
     * A generator of one's own.
     *
     * @return a class with a constructor without arguments; {@link IdGenerator} itself stands for none
     */
    Class<? extends IdGenerator> generator() default IdGenerator.class;
}
