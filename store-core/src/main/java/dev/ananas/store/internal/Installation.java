package dev.ananas.store.internal;

import dev.ananas.store.ActionListener;
import dev.ananas.store.Effect;
import dev.ananas.store.EffectHandler;
import dev.ananas.store.ExtensionKey;
import dev.ananas.store.Middleware;
import dev.ananas.store.PluginContext;
import dev.ananas.store.PluginSlice;
import dev.ananas.store.Scope;
import dev.ananas.store.Slice;
import dev.ananas.store.Store;
import dev.ananas.store.StorePlugin;
import java.util.Objects;
import java.util.function.Consumer;

/** One installation of a plugin: hands on what it adds, and remembers how to remove it. */
final class Installation implements PluginContext {

    private final DefaultStore store;
    private final Plugins plugins;
    private final Scope scope;

    Installation(StorePlugin plugin, DefaultStore store, Plugins plugins) {
        this.store = store;
        this.plugins = plugins;
        this.scope = Scope.named("plugin " + plugin.name());
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public void middleware(Middleware middleware) {
        scope.add(plugins.writer().wrap(Objects.requireNonNull(middleware, "middleware")));
    }

    @Override
    public void onAction(ActionListener listener) {
        scope.add(store.onAction(listener));
    }

    @Override
    public <E extends Effect> void handle(Class<E> effect, EffectHandler<? super E> handler) {
        scope.add(store.handle(effect, handler));
    }

    @Override
    public <T> void provide(ExtensionKey<T> key, T extension) {
        scope.add(plugins.extensions().provide(key, extension));
    }

    @Override
    public void onSlice(Consumer<? super PluginSlice> extend) {
        Objects.requireNonNull(extend, "extend");
        scope.add(plugins.slices().onEach(slice -> extend.accept(new Extended(slice))));
    }

    @Override
    public Scope scope() {
        return scope;
    }

    private final class Extended implements PluginSlice {

        private final DefaultSlice<?> slice;

        Extended(DefaultSlice<?> slice) {
            this.slice = slice;
        }

        @Override
        public Slice<?> slice() {
            return slice;
        }

        @Override
        public <T> void provide(ExtensionKey<T> key, T extension) {
            scope.add(slice.extensions().provide(key, extension));
        }
    }
}
