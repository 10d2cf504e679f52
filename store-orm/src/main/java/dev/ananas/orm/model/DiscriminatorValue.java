package dev.ananas.orm.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a record that is a case of a sealed entity: the value of the discriminator. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DiscriminatorValue {
    /**
     * Stored value; of a discriminator that is a number or an enum its text.
     *
     * @return unique within the entity
     */
    String value();
}
