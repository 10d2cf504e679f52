package dev.ananas.store;

import java.util.Objects;

/**
 * Names what a {@link StorePlugin} adds to a store or a slice, with its type: a constant of the plugin.
 *
 * <p>{@code static final ExtensionKey<Router> ROUTER = ExtensionKey.named("router")}, then {@code
 * store.extension(ROUTER)}. Two keys of one name are two keys.
 *
 * @param <T> the type of the extension
 */
@SuppressWarnings("UnusedTypeParameter") // callers get what they ask for by a key as its type
public final class ExtensionKey<T> {

    private final String name;

    private ExtensionKey(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * A new key.
     *
     * @param name shown in errors
     */
    public static <T> ExtensionKey<T> named(String name) {
        return new ExtensionKey<>(name);
    }

    /** The name, shown in errors. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "ExtensionKey[" + name + "]";
    }
}
