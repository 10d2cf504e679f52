package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record as an entity type, or a sealed interface of records: a base and its cases, which share a table. The annotation
 * processor writes the class {@code X_} beside the annotated type {@code X}. Of a record that is a case of such an interface the
 * annotation is optional; it names the case, whose name is else its {@link DiscriminatorValue}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Entity {
    /**
     * Entity name, used in JSON, in the type attributes of polymorphic relations and in messages.
     *
     * @return unique in a database
     */
    String value();

    /**
     * On a sealed interface: the attribute that tells the cases apart. It needs no component of its own.
     *
     * @return name of an attribute
     */
    String discriminator() default "type";

    /**
     * On a sealed interface: the discriminator value of records without one, or with one that no case has; they are refused if it
     * is empty.
     *
     * @return value of one of the cases, or the empty text
     */
    String fallback() default "";
}
