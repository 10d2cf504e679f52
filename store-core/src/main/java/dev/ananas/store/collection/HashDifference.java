package dev.ananas.store.collection;

import org.jspecify.annotations.Nullable;

/**
 * The difference of two hash tries by identity of their values.
 *
 * <p>Both tries are walked slot by slot at the same depth. A subtree that is the same object on both sides is left
 * out, which is nearly all of it when one version was made from the other. A slot may hold an entry on one side and a
 * child on the other: then the whole child was added or removed, except for at most one key.
 *
 * <p>What is shared is left out by its reference alone. Even the cast of a child to its class would read the child, and
 * the children of a large map are spread over the memory: a difference of one row would wait for some hundred of them.
 */
final class HashDifference {
    private final PersistentMap.Difference<Object, Object> sink;
    private int visited;

    private HashDifference(PersistentMap.Difference<Object, Object> sink) {
        this.sink = sink;
    }

    /** Tells the sink every changed key and returns how many entries had to be looked at. */
    static int compare(HashNode before, HashNode after, PersistentMap.Difference<Object, Object> sink) {
        HashDifference difference = new HashDifference(sink);
        difference.children(before, after, 0);
        return difference.visited;
    }

    private void nodes(HashNode before, HashNode after, int shift) {
        if (shift >= HashNode.COLLISION_SHIFT) {
            collisions(before, after);
            return;
        }
        if (before.entries() == after.entries() && before.children() == after.children()) {
            aligned(before.content(), after.content(), before.entriesEnd(), shift + HashNode.BITS_PER_LEVEL);
            return;
        }
        int slots = before.entries() | before.children() | after.entries() | after.children();
        while (slots != 0) {
            int bit = Integer.lowestOneBit(slots);
            slots ^= bit;
            slot(before, after, bit, shift);
        }
    }

    /** Nodes with the same bitmaps, whose contents correspond one to one. */
    private void aligned(Object[] before, Object[] after, int entriesEnd, int below) {
        for (int i = 0; i < entriesEnd; i += 2) {
            if (before[i] == after[i]) {
                change(before, i, after[i + 1]);
            } else {
                entries(before, i, after, i);
            }
        }
        for (int i = before.length - 1; i >= entriesEnd; i--) {
            children(before[i], after[i], below);
        }
    }

    private void children(Object before, Object after, int shift) {
        if (before != after) {
            nodes((HashNode) before, (HashNode) after, shift);
        }
    }

    private void slot(HashNode before, HashNode after, int bit, int shift) {
        boolean hadChild = (before.children() & bit) != 0;
        boolean hasChild = (after.children() & bit) != 0;
        if (hadChild && hasChild) {
            Object old = before.content()[before.childIndex(bit)];
            children(old, after.content()[after.childIndex(bit)], shift + HashNode.BITS_PER_LEVEL);
            return;
        }
        boolean hadEntry = (before.entries() & bit) != 0;
        boolean hasEntry = (after.entries() & bit) != 0;
        if (hadEntry && hasEntry) {
            entries(before.content(), before.entryIndex(bit), after.content(), after.entryIndex(bit));
        } else if (hadEntry && hasChild) {
            entryBecameChild(before.content(), before.entryIndex(bit), after.child(bit), shift);
        } else if (hadChild && hasEntry) {
            childBecameEntry(before.child(bit), after.content(), after.entryIndex(bit), shift);
        } else if (hadEntry) {
            change(before.content(), before.entryIndex(bit), null);
        } else if (hasEntry) {
            added(after.content(), after.entryIndex(bit));
        } else if (hadChild) {
            allRemoved(before.child(bit), null);
        } else {
            allAdded(after.child(bit), null);
        }
    }

    private void entries(Object[] before, int i, Object[] after, int j) {
        if (before[i] == after[j] || before[i].equals(after[j])) {
            change(before, i, after[j + 1]);
        } else {
            change(before, i, null);
            added(after, j);
        }
    }

    private void entryBecameChild(Object[] before, int i, HashNode child, int shift) {
        change(before, i, child.find(before[i], HashNode.path(before[i]), shift + HashNode.BITS_PER_LEVEL));
        allAdded(child, before[i]);
    }

    private void childBecameEntry(HashNode child, Object[] after, int j, int shift) {
        Object old = child.find(after[j], HashNode.path(after[j]), shift + HashNode.BITS_PER_LEVEL);
        visited++;
        if (old != after[j + 1]) {
            sink.change(after[j], old, after[j + 1]);
        }
        allRemoved(child, after[j]);
    }

    private void allAdded(HashNode node, @Nullable Object except) {
        Object[] content = node.content();
        int end = node.entriesEnd();
        for (int i = 0; i < end; i += 2) {
            if (except == null || !content[i].equals(except)) {
                added(content, i);
            }
        }
        for (int i = content.length - 1; i >= end; i--) {
            allAdded((HashNode) content[i], except);
        }
    }

    private void allRemoved(HashNode node, @Nullable Object except) {
        Object[] content = node.content();
        int end = node.entriesEnd();
        for (int i = 0; i < end; i += 2) {
            if (except == null || !content[i].equals(except)) {
                change(content, i, null);
            }
        }
        for (int i = content.length - 1; i >= end; i--) {
            allRemoved((HashNode) content[i], except);
        }
    }

    private void collisions(HashNode before, HashNode after) {
        Object[] old = before.content();
        for (int i = 0; i < old.length; i += 2) {
            int j = after.collisionIndex(old[i]);
            change(old, i, j < 0 ? null : after.content()[j + 1]);
        }
        for (int j = 0; j < after.content().length; j += 2) {
            if (before.collisionIndex(after.content()[j]) < 0) {
                added(after.content(), j);
            }
        }
    }

    private void change(Object[] before, int i, @Nullable Object after) {
        visited++;
        if (before[i + 1] != after) {
            sink.change(before[i], before[i + 1], after);
        }
    }

    private void added(Object[] after, int j) {
        visited++;
        sink.change(after[j], null, after[j + 1]);
    }
}
