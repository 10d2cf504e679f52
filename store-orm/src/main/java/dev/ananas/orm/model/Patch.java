package dev.ananas.orm.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * New values for some attributes of one entity: null is a value, an attribute that is not named keeps its own. Immutable.
 *
 * @param <M> model
 */
public final class Patch<M> {
    private final Map<String, @Nullable Object> values;

    private Patch(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * A patch by names; types are checked when it is applied. An update drops names that the entity does not declare, as saved
     * data does; the pivot of a link has to have them.
     *
     * @param <M> model
     * @param values new value by attribute name, null values allowed; copied
     * @return the patch
     */
    public static <M> Patch<M> of(Map<String, ? extends @Nullable Object> values) {
        return new Patch<>(new LinkedHashMap<>(values));
    }

    /**
     * A patch of one attribute.
     *
     * @param <M> model
     * @param attribute name as declared
     * @param value new value, null allowed
     * @return the patch
     */
    public static <M> Patch<M> of(String attribute, @Nullable Object value) {
        return new Patch<>(Collections.singletonMap(Objects.requireNonNull(attribute, "attribute"), value));
    }

    /**
     * Both patches; where they name the same attribute, {@code other} wins.
     *
     * @param other the later patch
     * @return a new patch
     */
    public Patch<M> and(Patch<M> other) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>(values);
        both.putAll(other.values);
        return new Patch<>(both);
    }

    /**
     * New values by attribute name.
     *
     * @return an immutable map, null values allowed
     */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Patch<?> that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Patch" + values;
    }
}
