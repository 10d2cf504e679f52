package dev.ananas.store.internal.timeline;

import dev.ananas.store.KeptVersion;
import dev.ananas.store.StateTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The versions to go to: a tree, in which every version knows the one it was made from and which steps began or ceased to
 * count on the way. Without branches it is a line. Guarded by the writer lock.
 *
 * <p>Who goes back to a tree that is kept stands on its version again; nothing is added for the way.
 */
public final class Versions {

    private static final String START = "start";

    private final boolean branches;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Toggle> pending = new ArrayList<>();
    private @Nullable Node current;

    Versions(boolean branches) {
        this.branches = branches;
    }

    /** A kept version. */
    public static final class Node {
        private long version;
        private String label;
        private StateTree tree;
        private @Nullable Node parent;
        private final List<Toggle> toggles;

        Node(long version, String label, StateTree tree, @Nullable Node parent, List<Toggle> toggles) {
            this.version = version;
            this.label = label;
            this.tree = tree;
            this.parent = parent;
            this.toggles = toggles;
        }

        public StateTree tree() {
            return tree;
        }

        public String label() {
            return label;
        }

        boolean concerns(LogEntry entry) {
            return toggles.stream().anyMatch(toggle -> toggle.entry() == entry);
        }
    }

    /** A step that began or ceased to count. */
    record Toggle(LogEntry entry, boolean counts) {}

    /** Keeps the state from before the first recorded transition. */
    void begin(long version, StateTree tree) {
        if (nodes.isEmpty()) {
            current = new Node(version, START, tree, null, new ArrayList<>());
            nodes.add(current);
        }
    }

    void added(long version, LogEntry entry) {
        pending.add(new Toggle(entry, true));
        append(version, entry.step().label(), entry.after());
    }

    /** The last step went on. */
    void extended(long version, StateTree tree) {
        Node node = current;
        if (node != null) {
            node.version = version;
            node.tree = tree;
            node.toggles.addAll(pending);
            pending.clear();
        }
    }

    void toggled(LogEntry entry, boolean counts) {
        if (current != null) {
            pending.add(new Toggle(entry, counts));
        }
    }

    /** A rewrite led to a tree: one that is kept, or a new version. */
    void moved(long version, String label, StateTree tree) {
        for (Node node : nodes) {
            if (node.tree == tree) {
                pending.clear();
                current = node;
                return;
            }
        }
        append(version, label, tree);
    }

    private void append(long version, String label, StateTree tree) {
        current = new Node(version, label, tree, current, new ArrayList<>(pending));
        pending.clear();
        nodes.add(current);
    }

    /** Without branches: drops what was made after the current version and left by going back. */
    void leaveBranch() {
        while (!branches && !nodes.isEmpty() && nodes.get(nodes.size() - 1) != current) {
            nodes.remove(nodes.size() - 1);
        }
    }

    public @Nullable Node find(long version) {
        return nodes.stream()
                .filter(node -> node.version == version)
                .findFirst()
                .orElse(null);
    }

    boolean concern(LogEntry entry) {
        return nodes.stream().anyMatch(node -> node.concerns(entry));
    }

    /** What changes for steps on the way from the current version to another one, in order. */
    List<Toggle> way(Node target) {
        List<Node> up = path(current);
        List<Node> down = path(target);
        while (!up.isEmpty() && !down.isEmpty() && up.get(0) == down.get(0)) {
            up.remove(0);
            down.remove(0);
        }
        List<Toggle> way = new ArrayList<>();
        Collections.reverse(up);
        for (Node node : up) {
            for (int i = node.toggles.size() - 1; i >= 0; i--) {
                Toggle toggle = node.toggles.get(i);
                way.add(new Toggle(toggle.entry(), !toggle.counts()));
            }
        }
        down.forEach(node -> way.addAll(node.toggles));
        return way;
    }

    private static List<Node> path(@Nullable Node end) {
        List<Node> path = new ArrayList<>();
        for (Node node = end; node != null; node = node.parent) {
            path.add(node);
        }
        Collections.reverse(path);
        return path;
    }

    /** Makes the tree of a version without a step, given which steps count in it. */
    interface Without {
        StateTree tree(StateTree tree, Predicate<LogEntry> counting);
    }

    /**
     * Takes a step out of the versions that have it, and drops those that are nothing else.
     *
     * @param now what the current version is without it
     */
    void erase(LogEntry entry, StateTree now, Without without) {
        Map<Node, StateTree> rebased = new HashMap<>();
        for (Node node : nodes) {
            Predicate<LogEntry> counting = counting(node);
            if (node != current && counting.test(entry)) {
                rebased.put(node, without.tree(node.tree, counting));
            }
        }
        rebased.forEach((node, tree) -> node.tree = tree);
        pending.removeIf(toggle -> toggle.entry() == entry);
        for (Node node : new ArrayList<>(nodes)) {
            if (node.toggles.removeIf(toggle -> toggle.entry() == entry) && node.toggles.isEmpty()) {
                vanish(node);
            }
        }
        if (current != null) {
            current.tree = now;
        }
    }

    /** Drops a version in which nothing happened; the first one stays as the start. */
    private void vanish(Node node) {
        if (node.parent == null) {
            node.label = START;
            return;
        }
        current = node == current ? node.parent : current;
        nodes.remove(node);
        drop(node);
    }

    /** Which steps count in a version. */
    private Predicate<LogEntry> counting(Node node) {
        Map<LogEntry, Boolean> otherwise = new HashMap<>();
        for (int i = pending.size() - 1; i >= 0; i--) {
            otherwise.put(pending.get(i).entry(), !pending.get(i).counts());
        }
        way(node).forEach(toggle -> otherwise.put(toggle.entry(), toggle.counts()));
        return entry -> otherwise.getOrDefault(entry, entry.counts());
    }

    /** A step left the log: drops the versions in which it counts otherwise than it does now for good. */
    void forget(LogEntry entry) {
        Node root = null;
        for (Node node : path(current)) {
            root = node.concerns(entry) ? node : root;
        }
        if (root != null) {
            root.toggles.clear();
            root.parent = null;
            Set<Node> kept = below(Set.of(root));
            nodes.removeIf(node -> !kept.contains(node));
        }
        Set<Node> others = new HashSet<>();
        nodes.stream().filter(node -> node.concerns(entry)).forEach(others::add);
        if (!others.isEmpty()) {
            nodes.removeAll(below(others));
        }
    }

    /** These and all that were made from them. */
    private Set<Node> below(Set<Node> roots) {
        Set<Node> all = new HashSet<>(roots);
        for (Node node : nodes) { // a parent stands before its children
            if (node.parent != null && all.contains(node.parent)) {
                all.add(node);
            }
        }
        return all;
    }

    /** Drops the oldest beyond a number; what led to them becomes part of the way to the next ones. */
    void trim(int most) {
        for (int i = 0; nodes.size() > most && i < nodes.size(); ) {
            if (nodes.get(i) == current) {
                i++;
            } else {
                drop(nodes.remove(i));
            }
        }
    }

    private void drop(Node dropped) {
        for (Node node : nodes) {
            if (node.parent == dropped) {
                node.parent = dropped.parent;
                if (branches) {
                    node.toggles.addAll(0, dropped.toggles);
                }
            }
        }
    }

    public List<KeptVersion> list() {
        List<KeptVersion> kept = new ArrayList<>();
        for (Node node : nodes) {
            Long from = node.parent == null ? null : (Long) node.parent.version;
            kept.add(new KeptVersion(node.version, node.label, from, node == current));
        }
        return kept;
    }

    void clear() {
        nodes.clear();
        pending.clear();
        current = null;
    }
}
