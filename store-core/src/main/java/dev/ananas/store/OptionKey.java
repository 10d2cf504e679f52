package dev.ananas.store;

import java.util.Objects;

/**
 * Names an option that {@link StoreDefinition.Builder#option definitions} set and plugins read: a constant of the
 * plugin.
 *
 * <p>{@code static final OptionKey<Boolean> PERSIST = OptionKey.of("persist", false)}. Two keys of one name are two
 * keys.
 *
 * @param <T> the type of the value
 */
public final class OptionKey<T> {

    private final String name;
    private final T otherwise;

    private OptionKey(String name, T otherwise) {
        this.name = Objects.requireNonNull(name, "name");
        this.otherwise = Objects.requireNonNull(otherwise, "otherwise");
    }

    /**
     * A new key.
     *
     * @param name shown in tools
     * @param otherwise the value of definitions that do not set it
     */
    public static <T> OptionKey<T> of(String name, T otherwise) {
        return new OptionKey<>(name, otherwise);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The value of definitions that do not set it. */
    public T otherwise() {
        return otherwise;
    }

    @Override
    public String toString() {
        return "OptionKey[" + name + "]";
    }
}
