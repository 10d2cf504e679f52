package dev.ananas.store.collection;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of the hash trie behind {@link PersistentMap}.
 *
 * <p>The trie is a CHAMP (Steindorfer and Vinju, OOPSLA 2015). A level consumes five bits of the hash, so a node has
 * 32 slots; a slot is empty, holds one entry, or leads to a child. Two bitmaps tell which, and one exact-size array
 * holds the rest: the entries first, as key and value side by side in the order of their slots, then the children in
 * the reverse order, so that both can be addressed from their own end of the array.
 *
 * <pre>
 *   entries  = slots 1, 7        content = k1 v1 k7 v7 | c9 c3
 *   children = slots 3, 9
 * </pre>
 *
 * <p>Digits of the hash are not consumed in their order. The hash of a number is mostly the number itself, and ids are mostly
 * counted up from one. If the lowest digit came first, neighbours would share no node but the root, a hundred thousand ids would be
 * spread over 32,768 nodes of three entries, and a walk would jump through memory with every step. So the fourth digit comes first and
 * the lowest one fourth: up to a million consecutive ids stand in full nodes at the bottom, and are walked through in their
 * order. A small map of small numbers pays with up to three nodes of one child above its entries. Keys whose hashes are spread
 * evenly, such as texts, do not care.
 *
 * <p>After seven levels the hash is used up. A node at that depth has no bitmaps, only entries whose hashes are all
 * the same, in the order of their arrival.
 *
 * <p>The form is canonical: below the root no subtree holds fewer than two entries, because a lone entry is kept in
 * its parent. Hence the bitmaps of a trie depend on the set of its keys only and not on its history. Equality and
 * difference rely on that, and so does the size of a table that has shrunk.
 *
 * <p>The fields are written after construction only by an edit that carries the {@link #owner} token of the node. A
 * builder throws its token away before it lets a map see the node, and the map publishes it through a final field, so
 * every node reachable from a map is frozen and safely published.
 */
final class HashNode {
    static final int BITS_PER_LEVEL = 5;

    /** The depth, in bits, at which the hash is used up and entries collide. */
    static final int COLLISION_SHIFT = 35;

    static final HashNode EMPTY = new HashNode(0, 0, new Object[0], null);

    private int entries;
    private int children;
    private Object[] content;
    private final @Nullable Object owner;

    HashNode(int entries, int children, Object[] content, @Nullable Object owner) {
        this.entries = entries;
        this.children = children;
        this.content = content;
        this.owner = owner;
    }

    /** The hash of a key, with its upper half in the lower one too. */
    static int spread(Object key) {
        int h = key.hashCode();
        return h ^ (h >>> 16);
    }

    /** The way to a key, five bits for each level, the lowest ones first. */
    static int path(Object key) {
        return path(spread(key));
    }

    /** The way to keys of a spread hash: its four lowest digits of five bits in reverse. */
    static int path(int spread) {
        return spread & 0xFFF00000
                | (spread & 0x1F) << 15
                | (spread & 0x3E0) << 5
                | (spread & 0x7C00) >>> 5
                | (spread & 0xF8000) >>> 15;
    }

    static int bit(int path, int shift) {
        return 1 << ((path >>> shift) & 31);
    }

    int entries() {
        return entries;
    }

    int children() {
        return children;
    }

    Object[] content() {
        return content;
    }

    int entryIndex(int bit) {
        return Integer.bitCount(entries & (bit - 1)) << 1;
    }

    int childIndex(int bit) {
        return content.length - 1 - Integer.bitCount(children & (bit - 1));
    }

    HashNode child(int bit) {
        return (HashNode) content[childIndex(bit)];
    }

    /** The end of the keys and values in {@link #content()}; the children follow. */
    int entriesEnd() {
        return content.length - Integer.bitCount(children);
    }

    boolean isSingleEntry() {
        return children == 0 && content.length == 2;
    }

    /** The index of a key in a node whose entries collide, or -1. */
    int collisionIndex(Object key) {
        for (int i = 0; i < content.length; i += 2) {
            if (content[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The value under a key in the trie whose root this is, or null. */
    @Nullable
    Object find(Object key) {
        return find(key, path(key), 0);
    }

    /** The value under a key in the subtree that starts here, at the given depth in bits of the path, or null. */
    @Nullable
    Object find(Object key, int path, int depth) {
        HashNode node = this;
        for (int shift = depth; shift < COLLISION_SHIFT; shift += BITS_PER_LEVEL) {
            int bit = bit(path, shift);
            if ((node.entries & bit) != 0) {
                int i = node.entryIndex(bit);
                Object found = node.content[i];
                return found == key || found.equals(key) ? node.content[i + 1] : null;
            }
            if ((node.children & bit) == 0) {
                return null;
            }
            node = node.child(bit);
        }
        int i = node.collisionIndex(key);
        return i < 0 ? null : node.content[i + 1];
    }

    /** Calls an action with every key and value of the subtree. */
    void forEach(BiConsumer<Object, Object> action) {
        int end = entriesEnd();
        for (int i = 0; i < end; i += 2) {
            action.accept(content[i], content[i + 1]);
        }
        for (int i = content.length - 1; i >= end; i--) {
            ((HashNode) content[i]).forEach(action);
        }
    }

    /** This node with one element of its content replaced; written in place if the owner is the same. */
    HashNode withElement(int index, Object element, @Nullable Object editor) {
        if (editor != null && editor == owner) {
            content[index] = element;
            return this;
        }
        Object[] copy = content.clone();
        copy[index] = element;
        return new HashNode(entries, children, copy, editor);
    }

    /** This node with another content; written in place if the owner is the same. */
    HashNode withContent(int newEntries, int newChildren, Object[] newContent, @Nullable Object editor) {
        if (editor != null && editor == owner) {
            entries = newEntries;
            children = newChildren;
            content = newContent;
            return this;
        }
        return new HashNode(newEntries, newChildren, newContent, editor);
    }
}
