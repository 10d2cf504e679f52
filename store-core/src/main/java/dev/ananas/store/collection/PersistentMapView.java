package dev.ananas.store.collection;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A {@link PersistentMap} as a read-only {@link Map}; what AbstractMap cannot know to be fast is overridden. */
final class PersistentMapView<K, V> extends AbstractMap<K, V> {
    private final PersistentMap<K, V> map;

    PersistentMapView(PersistentMap<K, V> map) {
        this.map = map;
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public @Nullable V get(Object key) {
        return map.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return map.containsKey(key);
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        map.forEach(action);
    }

    @Override
    public Collection<V> values() {
        return map.values();
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return map.size();
            }

            @Override
            public boolean contains(Object o) {
                return o instanceof Entry<?, ?> entry
                        && entry.getKey() != null
                        && entry.getValue() != null
                        && entry.getValue().equals(map.get(entry.getKey()));
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return map.iterator();
            }
        };
    }

    @Override
    public V put(K key, V value) {
        throw readOnly();
    }

    @Override
    public V remove(Object key) {
        throw readOnly();
    }

    @Override
    public void clear() {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException(
                "this map is a read-only view; put and remove of PersistentMap return a new version");
    }
}
