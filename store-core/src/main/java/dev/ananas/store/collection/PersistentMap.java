package dev.ananas.store.collection;

import java.util.AbstractCollection;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose changes return a new version that shares its structure with the old one.
 *
 * <p>Lookup and change cost O(log<sub>32</sub> n), about three or four steps for any table that fits into memory. A
 * changed version costs some 600 bytes at 100,000 entries. Use a {@link #builder()} for many changes at once.
 *
 * <p>Keys are told apart by {@code equals} and {@code hashCode}; the key that came first is kept when its value is
 * replaced. Neither keys nor values may be null. The iteration order depends on the hashes of the keys, is the same
 * for every walk through one version, and is otherwise not specified.
 *
 * <p>Instances are immutable and may be shared between threads without any synchronization.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class PersistentMap<K, V> implements Iterable<Map.Entry<K, V>> {
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(HashNode.EMPTY, 0);

    private final HashNode root;
    private final int size;

    private PersistentMap(HashNode root, int size) {
        this.root = root;
        this.size = size;
    }

    /**
     * The map without entries.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the empty map, always the same instance
     */
    @SuppressWarnings("unchecked")
    public static <K, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    private static <K, V> PersistentMap<K, V> of(HashNode root, int size) {
        return size == 0 ? empty() : new PersistentMap<>(root, size);
    }

    /**
     * The value of a key.
     *
     * @param key the key; an object of any type, not null
     * @return the value, or null if the map has no such key
     * @throws NullPointerException if the key is null
     */
    @SuppressWarnings("unchecked")
    public @Nullable V get(Object key) {
        return (V) root.find(Objects.requireNonNull(key, "key"));
    }

    /**
     * Whether there is an entry for a key.
     *
     * @param key the key; an object of any type, not null
     * @return true if the map has the key
     * @throws NullPointerException if the key is null
     */
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    /**
     * The number of entries, in constant time.
     *
     * @return the number of entries
     */
    public int size() {
        return size;
    }

    /**
     * Whether the map has no entries.
     *
     * @return true if the size is zero
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * This map with one entry added or its value replaced.
     *
     * @param key the key
     * @param value the value
     * @return the new version; this instance if the key has this identical value already
     * @throws NullPointerException if the key or the value is null
     */
    public PersistentMap<K, V> put(K key, V value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        HashEdit edit = new HashEdit(null);
        HashNode changed = edit.put(root, key, value, HashNode.path(key), 0);
        if (changed == root) {
            return this;
        }
        return new PersistentMap<>(changed, edit.previous() == null ? size + 1 : size);
    }

    /**
     * This map without a key.
     *
     * @param key the key; an object of any type, not null
     * @return the new version; this instance if there is no such key
     * @throws NullPointerException if the key is null
     */
    public PersistentMap<K, V> remove(Object key) {
        Objects.requireNonNull(key, "key");
        HashNode changed = new HashEdit(null).remove(root, key, HashNode.path(key), 0);
        return changed == root ? this : of(changed, size - 1);
    }

    /**
     * A builder that starts with the entries of this map. This map is not affected by it.
     *
     * @return a new builder; constant time
     */
    public Builder<K, V> builder() {
        return new Builder<>(this);
    }

    /**
     * Tells what changed between this version and another one.
     *
     * <p>Values are compared by identity, subtrees that both versions share are skipped. So the cost is proportional to
     * the number of changes if one version was derived from the other, and to the sizes if they are unrelated.
     *
     * @param newer the version to compare with
     * @param sink is called once for every key whose value differs, in no specified order
     */
    @SuppressWarnings("unchecked")
    public void diff(PersistentMap<K, V> newer, Difference<? super K, ? super V> sink) {
        Objects.requireNonNull(sink, "sink");
        HashDifference.compare(root, newer.root, (Difference<Object, Object>) sink);
    }

    /**
     * Calls an action with every key and value; faster than the iterator, for it makes no entry objects.
     *
     * @param action the action
     */
    @SuppressWarnings("unchecked")
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action, "action");
        root.forEach((BiConsumer<Object, Object>) action);
    }

    /**
     * Calls an action with every value.
     *
     * @param action the action
     */
    public void forEachValue(Consumer<? super V> action) {
        Objects.requireNonNull(action, "action");
        forEach((key, value) -> action.accept(value));
    }

    /**
     * An iterator over the entries. It does not support removal, and the entries do not support a change of the value.
     *
     * @return a new iterator
     */
    @Override
    @SuppressWarnings("unchecked")
    public Iterator<Map.Entry<K, V>> iterator() {
        return new HashIterator<>(root) {
            @Override
            Map.Entry<K, V> item(Object key, Object value) {
                return new SimpleImmutableEntry<>((K) key, (V) value);
            }
        };
    }

    /**
     * The values as a read-only collection.
     *
     * @return a view of this map; constant time
     */
    public Collection<V> values() {
        return new Values();
    }

    /**
     * This map as a read-only {@link Map}, for code that wants one. Its methods throw on null keys.
     *
     * @return a view of this map; constant time
     */
    public Map<K, V> asMap() {
        return new PersistentMapView<>(this);
    }

    HashNode root() {
        return root;
    }

    /**
     * Whether the other object is a persistent map with equal keys and equal values. Structure that both maps share is
     * not looked at.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof PersistentMap<?, ?> map && size == map.size && HashEquality.test(root, map.root);
    }

    /** The hash code of {@link #asMap()}; O(n). */
    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }

    /**
     * Receives the differences between two versions of a map.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    @FunctionalInterface
    public interface Difference<K, V> {
        /**
         * One key has another value than before.
         *
         * @param key the key
         * @param before the value in the older version, null if the key was added
         * @param after the value in the newer version, null if the key was removed
         */
        void change(K key, @Nullable V before, @Nullable V after);
    }

    /**
     * Collects many changes into one new version of a map.
     *
     * <p>A builder may be used on after {@link #build()}; what was built is not affected. It is meant for one thread.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     */
    public static final class Builder<K, V> {
        private final HashDraft draft;

        private Builder(PersistentMap<K, V> start) {
            draft = new HashDraft(start.root, start.size);
        }

        /**
         * Makes room for entries to come, so that a builder that started with the empty map need not grow step by step.
         *
         * @param entries about how many entries there will be in all; a wrong number does no harm but to memory
         * @return this builder
         */
        public Builder<K, V> expect(int entries) {
            draft.expect(entries);
            return this;
        }

        /**
         * The value of a key.
         *
         * @param key the key
         * @return the value, or null if the builder has no such key
         * @throws NullPointerException if the key is null
         */
        @SuppressWarnings("unchecked")
        public @Nullable V get(Object key) {
            return (V) draft.get(Objects.requireNonNull(key, "key"));
        }

        /**
         * Whether there is an entry for a key.
         *
         * @param key the key
         * @return true if the builder has the key
         * @throws NullPointerException if the key is null
         */
        public boolean containsKey(Object key) {
            return get(key) != null;
        }

        /**
         * Adds an entry or replaces the value of one.
         *
         * @param key the key
         * @param value the value
         * @return the value that the key had before, or null
         * @throws NullPointerException if the key or the value is null
         */
        @SuppressWarnings("unchecked")
        public @Nullable V put(K key, V value) {
            return (V) draft.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        }

        /**
         * Removes an entry.
         *
         * @param key the key
         * @return the value that the key had before, or null
         * @throws NullPointerException if the key is null
         */
        @SuppressWarnings("unchecked")
        public @Nullable V remove(Object key) {
            return (V) draft.remove(Objects.requireNonNull(key, "key"));
        }

        /**
         * The number of entries.
         *
         * @return the number of entries
         */
        public int size() {
            return draft.size();
        }

        /**
         * The map of all entries that the builder has now.
         *
         * @return the new version; O(1), or O(n) for the first one of a builder that started with the empty map
         */
        public PersistentMap<K, V> build() {
            return of(draft.freeze(), draft.size());
        }
    }

    private final class Values extends AbstractCollection<V> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public void forEach(Consumer<? super V> action) {
            forEachValue(action);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Iterator<V> iterator() {
            return new HashIterator<>(root) {
                @Override
                V item(Object key, Object value) {
                    return (V) value;
                }
            };
        }
    }
}
