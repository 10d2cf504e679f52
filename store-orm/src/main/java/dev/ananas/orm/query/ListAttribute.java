package dev.ananas.orm.query;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Token of a list of plain values.
 *
 * @param <M> model that declares the attribute
 * @param <E> type of the elements
 */
public final class ListAttribute<M, E> extends Attribute<M, List<E>> {
    private ListAttribute(String entity, String name) {
        super(entity, name);
    }

    /** Token of a list of values of a type. */
    public static <M, E> ListAttribute<M, E> list(String entity, String name, Class<E> elementType) {
        Objects.requireNonNull(elementType, "elementType");
        return new ListAttribute<>(entity, name);
    }

    /** Has an element equal to the value. */
    public Condition<M> contains(@Nullable E element) {
        return compare(Operator.CONTAINS, element);
    }
}
