package dev.ananas.store;

/**
 * Adds something to a store: middleware, listeners, handlers of effects, slices, objects under typed keys.
 *
 * <p>A plugin is installed when the store is built ({@link StoreBuilder#plugin}), before there are slices, or later
 * ({@link Store#install}). Both come to the same: what it does to slices is done to those in use, in the order of their
 * first use, and to every later one before {@link Store#use} returns it. Plugins come in the order of their
 * installation; middleware of the builder is outside that of plugins.
 *
 * <p>{@link #install} and what it does to a slice run inside a transaction of the store: what they write is one
 * transition, no other thread sees a half installed plugin, and if they throw, everything is taken back and the caller
 * gets the exception.
 */
@FunctionalInterface
public interface StorePlugin {

    /**
     * Adds to a store what this plugin is for.
     *
     * @param context the store, and the ways to add to it
     */
    void install(PluginContext context);

    /**
     * The name shown in errors.
     *
     * @return the simple name of the class unless overridden
     */
    default String name() {
        return getClass().getSimpleName();
    }
}
