package dev.ananas.store;

/** A slice as a plugin extends it. */
public interface PluginSlice {

    /** The slice; its definition tells the {@linkplain StoreDefinition#option options}. */
    Slice<?> slice();

    /**
     * Adds an object to the slice, read with {@link Slice#extension}.
     *
     * @throws StoreException if there is one under this key
     */
    <T> void provide(ExtensionKey<T> key, T extension);
}
