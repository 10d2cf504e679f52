package dev.ananas.store.collection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One edit of a hash trie: the way down to a key, and the copies of the nodes on that way.
 *
 * <p>With an owner token the nodes that carry the same token are written in place instead; this is what makes a
 * builder cheaper than as many single changes. The same code serves both, because {@link HashNode#withElement} and
 * {@link HashNode#withContent} decide for each node. A node that came from a published map never carries a live token.
 *
 * <p>A removal restores the canonical form on its way up: a child that is left with one entry gives that entry to its
 * parent. The parent may be left with nothing but this entry in turn, so a whole chain of nodes that only existed to
 * tell two keys apart disappears together with one of the two.
 */
final class HashEdit {
    private final @Nullable Object owner;
    private @Nullable Object previous;

    HashEdit(@Nullable Object owner) {
        this.owner = owner;
    }

    /** The value that the last operation found under its key and replaced or removed, or null. */
    @Nullable
    Object previous() {
        return previous;
    }

    /** Puts an entry below a node; the same node if the identical value is there, or if it was written in place. */
    HashNode put(HashNode node, Object key, Object value, int hash, int shift) {
        if (shift >= HashNode.COLLISION_SHIFT) {
            return putColliding(node, key, value);
        }
        int bit = HashNode.bit(hash, shift);
        if ((node.children() & bit) != 0) {
            int index = node.childIndex(bit);
            HashNode child = (HashNode) node.content()[index];
            HashNode changed = put(child, key, value, hash, shift + HashNode.BITS_PER_LEVEL);
            return changed == child ? node : node.withElement(index, changed, owner);
        }
        int index = node.entryIndex(bit);
        if ((node.entries() & bit) == 0) {
            return insert(node, bit, index, key, value);
        }
        Object present = node.content()[index];
        if (present == key || present.equals(key)) {
            return replace(node, index, value);
        }
        Object presentValue = node.content()[index + 1];
        int below = shift + HashNode.BITS_PER_LEVEL;
        HashNode pair = pair(present, presentValue, HashNode.path(present), key, value, hash, below);
        return pushDown(node, bit, index, pair);
    }

    /** Removes a key below a node; the same node if the key is absent, or if it was written in place. */
    HashNode remove(HashNode node, Object key, int hash, int shift) {
        if (shift >= HashNode.COLLISION_SHIFT) {
            int index = node.collisionIndex(key);
            return index < 0 ? node : cut(node, 0, index);
        }
        int bit = HashNode.bit(hash, shift);
        if ((node.entries() & bit) != 0) {
            int index = node.entryIndex(bit);
            return node.content()[index].equals(key) ? cut(node, bit, index) : node;
        }
        if ((node.children() & bit) == 0) {
            return node;
        }
        int index = node.childIndex(bit);
        HashNode child = (HashNode) node.content()[index];
        HashNode changed = remove(child, key, hash, shift + HashNode.BITS_PER_LEVEL);
        if (changed.isSingleEntry()) {
            return pullUp(node, bit, index, changed);
        }
        return changed == child ? node : node.withElement(index, changed, owner);
    }

    private HashNode putColliding(HashNode node, Object key, Object value) {
        int index = node.collisionIndex(key);
        if (index >= 0) {
            return replace(node, index, value);
        }
        Object[] content = node.content();
        Object[] longer = Arrays.copyOf(content, content.length + 2);
        longer[content.length] = key;
        longer[content.length + 1] = value;
        return node.withContent(0, 0, longer, owner);
    }

    private HashNode replace(HashNode node, int index, Object value) {
        previous = node.content()[index + 1];
        return previous == value ? node : node.withElement(index + 1, value, owner);
    }

    private HashNode insert(HashNode node, int bit, int index, Object key, Object value) {
        Object[] content = node.content();
        Object[] longer = new Object[content.length + 2];
        System.arraycopy(content, 0, longer, 0, index);
        longer[index] = key;
        longer[index + 1] = value;
        System.arraycopy(content, index, longer, index + 2, content.length - index);
        return node.withContent(node.entries() | bit, node.children(), longer, owner);
    }

    /** Removes the entry at an index of the content; the bit is 0 where there are no bitmaps. */
    private HashNode cut(HashNode node, int bit, int index) {
        Object[] content = node.content();
        previous = content[index + 1];
        Object[] shorter = new Object[content.length - 2];
        System.arraycopy(content, 0, shorter, 0, index);
        System.arraycopy(content, index + 2, shorter, index, shorter.length - index);
        return node.withContent(node.entries() & ~bit, node.children(), shorter, owner);
    }

    /** Replaces an entry by a child in the same slot. */
    private HashNode pushDown(HashNode node, int bit, int index, HashNode child) {
        Object[] content = node.content();
        int after = node.childIndex(bit);
        Object[] changed = new Object[content.length - 1];
        System.arraycopy(content, 0, changed, 0, index);
        System.arraycopy(content, index + 2, changed, index, after - 1 - index);
        changed[after - 1] = child;
        System.arraycopy(content, after + 1, changed, after, content.length - after - 1);
        return node.withContent(node.entries() & ~bit, node.children() | bit, changed, owner);
    }

    /** Replaces the child at an index of the content by its only entry. */
    private HashNode pullUp(HashNode node, int bit, int childIndex, HashNode single) {
        Object[] content = node.content();
        int index = node.entryIndex(bit);
        Object[] changed = new Object[content.length + 1];
        System.arraycopy(content, 0, changed, 0, index);
        changed[index] = single.content()[0];
        changed[index + 1] = single.content()[1];
        System.arraycopy(content, index, changed, index + 2, childIndex - index);
        System.arraycopy(content, childIndex + 1, changed, childIndex + 2, content.length - childIndex - 1);
        return node.withContent(node.entries() | bit, node.children() & ~bit, changed, owner);
    }

    private HashNode pair(Object k1, Object v1, int hash1, Object k2, Object v2, int hash2, int shift) {
        if (shift >= HashNode.COLLISION_SHIFT) {
            return new HashNode(0, 0, new Object[] {k1, v1, k2, v2}, owner);
        }
        int bit1 = HashNode.bit(hash1, shift);
        int bit2 = HashNode.bit(hash2, shift);
        if (bit1 == bit2) {
            HashNode deeper = pair(k1, v1, hash1, k2, v2, hash2, shift + HashNode.BITS_PER_LEVEL);
            return new HashNode(0, bit1, new Object[] {deeper}, owner);
        }
        boolean inOrder = Integer.compareUnsigned(bit1, bit2) < 0;
        Object[] content = inOrder ? new Object[] {k1, v1, k2, v2} : new Object[] {k2, v2, k1, v1};
        return new HashNode(bit1 | bit2, 0, content, owner);
    }
}
