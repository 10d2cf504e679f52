package dev.ananas.store.collection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Builds a hash trie from a full {@link EntryBuffer}, bottom up, each node once and in its final size.
 *
 * <p>This is a radix sort from the most significant digit, where the digits are those that the trie consumes: the low
 * five bits of the path first. Partitioning a range by its digit gives the slots of one node; a part of one entry is
 * an entry of the node, a longer part is the range of a child. So the recursion of the sort is the shape of the trie,
 * it goes no deeper than the keys differ, and a lone entry never gets a node of its own: the result is canonical.
 *
 * <p>What is moved are longs that hold the path above and the index of the entry below, between two arrays that take
 * turns from level to level. Keys and values are fetched once, when their node is made.
 */
final class TrieAssembler {
    private static final int SLOTS = 1 << HashNode.BITS_PER_LEVEL;
    private static final int LEVELS = HashNode.COLLISION_SHIFT / HashNode.BITS_PER_LEVEL;

    private final EntryBuffer buffer;
    private final @Nullable Object owner;
    private final int[][] endsByLevel = new int[LEVELS][SLOTS];

    private TrieAssembler(EntryBuffer buffer, @Nullable Object owner) {
        this.buffer = buffer;
        this.owner = owner;
    }

    /**
     * The trie of all entries of the buffer.
     *
     * @param owner the token that the nodes shall carry, or null if nobody may write them
     */
    static HashNode assemble(EntryBuffer buffer, @Nullable Object owner) {
        int size = buffer.size();
        if (size == 0) {
            return HashNode.EMPTY;
        }
        long[] items = new long[size];
        for (int i = 0; i < size; i++) {
            items[i] = (long) HashNode.path(buffer.hash(i)) << 32 | i;
        }
        return new TrieAssembler(buffer, owner).node(items, new long[size], 0, size, 0);
    }

    private HashNode node(long[] items, long[] spare, int from, int to, int shift) {
        if (shift >= HashNode.COLLISION_SHIFT) {
            return collisions(items, from, to);
        }
        int[] ends = partition(items, spare, from, to, shift);
        int entries = 0;
        int children = 0;
        for (int slot = 0, start = from; slot < SLOTS; start = ends[slot++]) {
            int count = ends[slot] - start;
            if (count == 1) {
                entries |= 1 << slot;
            } else if (count > 1) {
                children |= 1 << slot;
            }
        }
        Object[] content = new Object[2 * Integer.bitCount(entries) + Integer.bitCount(children)];
        int entryAt = 0;
        int childAt = content.length;
        for (int slot = 0, start = from; slot < SLOTS; start = ends[slot++]) {
            int count = ends[slot] - start;
            if (count == 1) {
                entryAt = store(spare[start], content, entryAt);
            } else if (count > 1) {
                content[--childAt] = node(spare, items, start, ends[slot], shift + HashNode.BITS_PER_LEVEL);
            }
        }
        return new HashNode(entries, children, content, owner);
    }

    /** Moves a range into the same range of the target, sorted by one digit; gives the end of each part. */
    private int[] partition(long[] source, long[] target, int from, int to, int shift) {
        int[] ends = endsByLevel[shift / HashNode.BITS_PER_LEVEL];
        Arrays.fill(ends, 0);
        for (int i = from; i < to; i++) {
            ends[slot(source[i], shift)]++;
        }
        for (int slot = 0, sum = from; slot < SLOTS; slot++) {
            int count = ends[slot];
            ends[slot] = sum;
            sum += count;
        }
        for (int i = from; i < to; i++) {
            target[ends[slot(source[i], shift)]++] = source[i];
        }
        return ends;
    }

    private static int slot(long item, int shift) {
        return ((int) (item >>> 32) >>> shift) & (SLOTS - 1);
    }

    private HashNode collisions(long[] items, int from, int to) {
        Object[] content = new Object[2 * (to - from)];
        for (int i = from, at = 0; i < to; i++) {
            at = store(items[i], content, at);
        }
        return new HashNode(0, 0, content, owner);
    }

    private int store(long item, Object[] content, int at) {
        int index = (int) item;
        content[at] = buffer.key(index);
        content[at + 1] = buffer.value(index);
        return at + 2;
    }
}
