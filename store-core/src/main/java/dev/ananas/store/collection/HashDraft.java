package dev.ananas.store.collection;

import org.jspecify.annotations.Nullable;

/**
 * The entries of a builder, in one of two forms.
 *
 * <p>A draft that starts empty collects into an {@link EntryBuffer} and becomes a trie when it is frozen for the first
 * time or when a key is removed. From then on, or from the start if there was a map to start with, it edits the trie
 * in place where it owns the nodes.
 *
 * <p>Ownership is a token that the nodes refer to. Freezing throws it away, so that no node that was handed out
 * can be written again, and later edits copy their way down once more.
 */
final class HashDraft {
    private @Nullable EntryBuffer buffer;
    private HashNode root;
    private int size;
    private @Nullable Object owner;

    HashDraft(HashNode root, int size) {
        this.root = root;
        this.size = size;
        this.buffer = size == 0 ? new EntryBuffer() : null;
    }

    int size() {
        return buffer == null ? size : buffer.size();
    }

    /** Makes room for so many entries in all, as far as the draft has a form that needs room. */
    void expect(int entries) {
        if (buffer != null) {
            buffer.expect(entries);
        }
    }

    @Nullable
    Object get(Object key) {
        return buffer == null ? root.find(key) : buffer.get(key);
    }

    @Nullable
    Object put(Object key, Object value) {
        if (buffer != null) {
            return buffer.put(key, value);
        }
        HashEdit edit = new HashEdit(owner());
        root = edit.put(root, key, value, HashNode.path(key), 0);
        if (edit.previous() == null) {
            size++;
        }
        return edit.previous();
    }

    @Nullable
    Object remove(Object key) {
        if (buffer != null) {
            if (buffer.get(key) == null) {
                return null;
            }
            turnToTrie(buffer);
        }
        HashEdit edit = new HashEdit(owner());
        root = edit.remove(root, key, HashNode.path(key), 0);
        if (edit.previous() != null) {
            size--;
        }
        return edit.previous();
    }

    /** The root of the trie of all entries, which will not be written any more. */
    HashNode freeze() {
        if (buffer != null) {
            turnToTrie(buffer);
        }
        owner = null;
        return root;
    }

    private Object owner() {
        if (owner == null) {
            owner = new Object();
        }
        return owner;
    }

    private void turnToTrie(EntryBuffer filled) {
        size = filled.size();
        root = TrieAssembler.assemble(filled, owner());
        buffer = null;
    }
}
