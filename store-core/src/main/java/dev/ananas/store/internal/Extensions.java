package dev.ananas.store.internal;

import dev.ananas.store.ExtensionKey;
import dev.ananas.store.StoreException;
import dev.ananas.store.internal.action.Undoing;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import reactor.core.Disposable;

/** What plugins added to a store or to one slice. */
final class Extensions {

    private final Map<ExtensionKey<?>, Object> byKey = new ConcurrentHashMap<>();
    private final String owner;

    /**
     * No extensions.
     *
     * @param owner what has them, as the beginning of a sentence
     */
    Extensions(String owner) {
        this.owner = owner;
    }

    <T> Disposable provide(ExtensionKey<T> key, T extension) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(extension, "extension");
        if (byKey.putIfAbsent(key, extension) != null) {
            throw new StoreException(owner + " has an extension \"" + key.name() + "\" already");
        }
        return new Undoing(() -> byKey.remove(key, extension));
    }

    @SuppressWarnings("unchecked") // a key is put with a value of its type only
    <T> T get(ExtensionKey<T> key) {
        Object extension = byKey.get(Objects.requireNonNull(key, "key"));
        if (extension == null) {
            String present =
                    byKey.keySet().stream().map(ExtensionKey::name).sorted().collect(Collectors.joining(", "));
            throw new StoreException(owner + " has no extension \"" + key.name() + "\" (there are: "
                    + (present.isEmpty() ? "none" : present) + "); install the plugin that provides it");
        }
        return (T) extension;
    }
}
