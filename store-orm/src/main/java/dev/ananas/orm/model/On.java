package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method of the record that is a hook. Of an event before a write it takes a {@link Change} and returns a
 * {@link HookResult}; of an event after one it takes a {@link Change} and returns nothing. It must not be private.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface On {
    /**
     * When it runs.
     *
     * @return events that are all before a write, or all after one
     */
    HookEvent[] value();
}
