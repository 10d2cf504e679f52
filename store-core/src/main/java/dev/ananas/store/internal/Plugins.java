package dev.ananas.store.internal;

import dev.ananas.store.Scope;
import dev.ananas.store.StorePlugin;
import dev.ananas.store.internal.kernel.Writer;
import java.util.Objects;
import reactor.core.Disposable;

/** The plugins of a store: installs them under the writer lock, and closes them with the store, the latest first. */
final class Plugins {

    private final DefaultStore store;
    private final Writer writer;
    private final SliceRegistry slices;
    private final Extensions extensions = new Extensions("The store");
    private final Scope installed = Scope.named("plugins");

    Plugins(DefaultStore store, Writer writer, SliceRegistry slices) {
        this.store = store;
        this.writer = writer;
        this.slices = slices;
    }

    Writer writer() {
        return writer;
    }

    SliceRegistry slices() {
        return slices;
    }

    Extensions extensions() {
        return extensions;
    }

    Disposable install(StorePlugin plugin) {
        Objects.requireNonNull(plugin, "plugin");
        Installation installation = new Installation(plugin, store, this);
        try {
            return writer.setUp("Plugin \"" + plugin.name() + "\"", () -> {
                plugin.install(installation);
                return installed.add(installation.scope());
            });
        } catch (Throwable e) {
            installation.scope().close();
            throw e;
        }
    }

    void close() {
        installed.close();
    }
}
