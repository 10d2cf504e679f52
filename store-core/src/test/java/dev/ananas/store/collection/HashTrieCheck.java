package dev.ananas.store.collection;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the structural invariants of the hash trie. */
final class HashTrieCheck {
    private HashTrieCheck() {}

    static void check(PersistentMap<?, ?> map) {
        assertThat(count(map.root(), 0, 0)).as("entries in the trie").isEqualTo(map.size());
        if (map.isEmpty()) {
            assertThat(map).isSameAs(PersistentMap.empty());
        }
    }

    private static int count(HashNode node, int shift, int prefix) {
        Object[] content = node.content();
        if (shift >= HashNode.COLLISION_SHIFT) {
            checkCollisions(node, prefix);
            return content.length / 2;
        }
        require((node.entries() & node.children()) == 0, "a slot is an entry or a child");
        require(node.entriesEnd() == 2 * Integer.bitCount(node.entries()), "the content fits the bitmaps");
        int count = 0;
        for (int slot = 0; slot < 32; slot++) {
            int bit = 1 << slot;
            int path = prefix | slot << shift;
            if ((node.entries() & bit) != 0) {
                require(prefixOf(content[node.entryIndex(bit)], shift + 5) == path, "an entry is where its hash says");
                require(content[node.entryIndex(bit) + 1] != null, "there is a value");
                count++;
            }
            if ((node.children() & bit) != 0) {
                int below = count(node.child(bit), shift + 5, path);
                require(below >= 2, "a lone entry is inlined");
                count += below;
            }
        }
        return count;
    }

    private static void checkCollisions(HashNode node, int path) {
        Object[] content = node.content();
        require(node.entries() == 0 && node.children() == 0, "a collision node has no bitmaps");
        for (int i = 0; i < content.length; i += 2) {
            require(HashNode.path(content[i]) == path, "colliding keys have one hash");
            require(node.collisionIndex(content[i]) == i, "colliding keys are distinct");
        }
    }

    private static int prefixOf(Object key, int bits) {
        int path = HashNode.path(key);
        return bits >= 32 ? path : path & ((1 << bits) - 1);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError("not so: " + message);
        }
    }
}
