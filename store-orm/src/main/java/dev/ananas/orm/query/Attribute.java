package dev.ananas.orm.query;

import dev.ananas.orm.model.Patch;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Token of one attribute: names it without text and knows its type. Holds names only, so tokens of several classes never wait
 * for each other while they initialise. Immutable.
 *
 * @param <M> model that declares the attribute
 * @param <T> type of its values
 */
public sealed class Attribute<M, T> permits ComparableAttribute, ListAttribute {
    private final String entity;
    private final String name;

    Attribute(String entity, String name) {
        this.entity = Objects.requireNonNull(entity, "entity");
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Token of an attribute whose type has no order.
     *
     * @param <M> model
     * @param <T> type of its values
     * @param entity entity that declares it
     * @param name name as declared
     * @return the token
     */
    public static <M, T> Attribute<M, T> of(String entity, String name) {
        return new Attribute<>(entity, name);
    }

    /**
     * Entity that declares it.
     *
     * @return entity name
     */
    public final String entity() {
        return entity;
    }

    /**
     * Name as declared.
     *
     * @return attribute name
     */
    public final String name() {
        return name;
    }

    /**
     * Equal by type and value; null equals null.
     *
     * @param value what to compare with, null allowed
     * @return the condition
     */
    public final Condition<M> eq(@Nullable T value) {
        return compare(Operator.EQUAL, value);
    }

    /**
     * The opposite of {@link #eq}.
     *
     * @param value what to compare with, null allowed
     * @return the condition
     */
    public final Condition<M> ne(@Nullable T value) {
        return compare(Operator.NOT_EQUAL, value);
    }

    /**
     * Equal to one of the values.
     *
     * @param values what to compare with, copied; none matches nothing
     * @return the condition
     */
    public final Condition<M> in(Collection<? extends @Nullable T> values) {
        return new Condition.In<>(entity, name, values);
    }

    /**
     * Equal to none of the values; null is equal to none unless it is among them.
     *
     * @param values what to compare with, copied
     * @return the condition
     */
    public final Condition<M> notIn(Collection<? extends @Nullable T> values) {
        return in(values).not();
    }

    /**
     * Is null.
     *
     * @return the condition
     */
    public final Condition<M> isNull() {
        return compare(Operator.EQUAL, null);
    }

    /**
     * Is not null.
     *
     * @return the condition
     */
    public final Condition<M> isNotNull() {
        return compare(Operator.NOT_EQUAL, null);
    }

    /**
     * This attribute set to a value, for updates and pivots.
     *
     * @param value new value, null allowed
     * @return a patch of one attribute
     */
    public final Patch<M> to(@Nullable T value) {
        return Patch.of(name, value);
    }

    final Condition<M> compare(Operator operator, @Nullable Object value) {
        return new Condition.Compare<>(entity, name, operator, value);
    }

    @Override
    public final String toString() {
        return entity + "." + name;
    }
}
