package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.Component;
import org.jspecify.annotations.Nullable;

/** The models of a table: those of one entity, or of the cases of a base. */
interface Models {

    /** How models are read and made. */
    Access<Object> access();

    /** Column that tells the case of a row, or -1. */
    int discriminator();

    /** Whether a value is a model of the table. */
    boolean isModel(@Nullable Object value);

    /** The name of the entity of a model; of the table, if it is no model of it. */
    String nameOf(Object model);

    /** Whether a model has a component at all. */
    boolean has(Object model, int component);

    /** Whether some models have both of these components. */
    boolean haveBoth(int one, int other);

    /** A component as the entity of a discriminator value declares it; null if its models have none. */
    @Nullable
    Component component(int ordinal, @Nullable Object discriminator);

    /** A model of these components and of the entity of another model. */
    Object createLike(Object model, @Nullable Object[] components);
}
