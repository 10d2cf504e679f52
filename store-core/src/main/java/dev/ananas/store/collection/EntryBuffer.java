package dev.ananas.store.collection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a builder that started from nothing, before they become a trie.
 *
 * <p>Filling a trie entry by entry costs several cache misses per entry and rewrites every node up to 32 times. So the
 * first load of a table goes into flat arrays, in the order of arrival, with a chained hash index that finds
 * duplicates, and becomes a trie in one go ({@link TrieAssembler}).
 *
 * <p>The index uses the low bits of the hash as they are, since sequential ids then walk through memory; HashMap is
 * fast on them for the same reason. The bits above the index are multiplied by an odd number and mixed in: they are
 * zero for small ids, and they spread hashes that agree in the low bits. Chains rather than probing, because two
 * overlapping ranges of ids would form one endless run in a probed table.
 *
 * <p>There is no removal. A builder that is asked for one turns to a trie first.
 */
final class EntryBuffer {
    private static final int FIRST_CAPACITY = 8;
    private static final int MIXER = 0x9E3779B1;

    private int[] heads = new int[FIRST_CAPACITY];
    private int headBits = 3;
    private int[] next = new int[FIRST_CAPACITY];
    private int[] hashes = new int[FIRST_CAPACITY];
    private Object[] keys = new Object[FIRST_CAPACITY];
    private Object[] values = new Object[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    /** The spread hash of an entry. */
    int hash(int index) {
        return hashes[index];
    }

    Object key(int index) {
        return keys[index];
    }

    Object value(int index) {
        return values[index];
    }

    @Nullable
    Object get(Object key) {
        int index = indexOf(key, HashNode.spread(key));
        return index < 0 ? null : values[index];
    }

    @Nullable
    Object put(Object key, Object value) {
        int hash = HashNode.spread(key);
        int index = indexOf(key, hash);
        if (index >= 0) {
            Object previous = values[index];
            values[index] = value;
            return previous;
        }
        if (size == keys.length) {
            resize(size << 1);
        }
        keys[size] = key;
        values[size] = value;
        hashes[size] = hash;
        link(size++);
        return null;
    }

    private int indexOf(Object key, int hash) {
        for (int link = heads[headOf(hash)]; link != 0; link = next[link - 1]) {
            int index = link - 1;
            if (hashes[index] == hash && (keys[index] == key || keys[index].equals(key))) {
                return index;
            }
        }
        return -1;
    }

    private int headOf(int hash) {
        return (hash ^ (hash >>> headBits) * MIXER) & (heads.length - 1);
    }

    /** Links are one more than the index of the entry; zero ends a chain. */
    private void link(int index) {
        int head = headOf(hashes[index]);
        next[index] = heads[head];
        heads[head] = index + 1;
    }

    /** Makes room for so many entries in all. */
    void expect(int entries) {
        if (entries > keys.length) {
            resize(entries);
        }
    }

    private void resize(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        values = Arrays.copyOf(values, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        next = new int[capacity];
        headBits = Integer.SIZE - Integer.numberOfLeadingZeros(capacity - 1);
        heads = new int[1 << headBits];
        for (int i = 0; i < size; i++) {
            link(i);
        }
    }
}
