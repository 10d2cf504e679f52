package dev.ananas.store.collection;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks a hash trie: the entries of a node first, then its children.
 *
 * <p>The stack holds the nodes above the current one with the index of the child that was entered last; children lie
 * at the end of the content in reverse, so the walk counts down. Every child holds at least two entries, so going
 * down always ends at one.
 */
abstract class HashIterator<T> implements Iterator<T> {
    private static final int MAX_DEPTH = HashNode.COLLISION_SHIFT / HashNode.BITS_PER_LEVEL + 1;

    private final HashNode[] path = new HashNode[MAX_DEPTH];
    private final int[] childAt = new int[MAX_DEPTH];
    private int depth = -1;
    private Object[] content;
    private int at;
    private int end;

    HashIterator(HashNode root) {
        enter(root);
        settle();
    }

    abstract T item(Object key, Object value);

    @Override
    public boolean hasNext() {
        return at < end;
    }

    @Override
    public T next() {
        if (at >= end) {
            throw new NoSuchElementException();
        }
        T item = item(content[at], content[at + 1]);
        at += 2;
        settle();
        return item;
    }

    private void enter(HashNode node) {
        depth++;
        path[depth] = node;
        content = node.content();
        childAt[depth] = content.length;
        at = 0;
        end = node.entriesEnd();
    }

    private void settle() {
        while (at >= end && depth >= 0) {
            HashNode node = path[depth];
            if (childAt[depth] > node.entriesEnd()) {
                enter((HashNode) node.content()[--childAt[depth]]);
            } else {
                depth--;
            }
        }
    }
}
