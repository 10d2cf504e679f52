package dev.ananas.store;

import java.util.function.Consumer;

/**
 * One installation of a plugin in one store. Everything added through it is removed when the plugin is uninstalled or
 * the store closes; state of slices that it uses stays.
 */
public interface PluginContext {

    /** The store, to read, to write, and to {@link Store#use} slices of the plugin's own. */
    Store store();

    /** Adds middleware behind that of the builder and of the plugins before, which may wrap every action. */
    void middleware(Middleware middleware);

    /** Adds a listener of all calls. */
    void onAction(ActionListener listener);

    /**
     * Adds the handler of a class of effects.
     *
     * @throws StoreException if they have a handler
     */
    <E extends Effect> void handle(Class<E> effect, EffectHandler<? super E> handler);

    /**
     * Adds an object to the store, read with {@link Store#extension}.
     *
     * @throws StoreException if there is one under this key
     */
    <T> void provide(ExtensionKey<T> key, T extension);

    /** Does something to each slice, those in use and those to come, before {@link Store#use} returns it. */
    void onSlice(Consumer<? super PluginSlice> extend);

    /** What ends when the plugin is uninstalled or the store closes. */
    Scope scope();
}
