package dev.ananas.orm.internal.live;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parents that show one bucket: mostly none or one, so a set is made for the second. */
final class Routes {
    private @Nullable Member only;
    private @Nullable Set<Member> several;

    void add(Member parent) {
        if (several != null) {
            several.add(parent);
        } else if (only == null || only == parent) {
            only = parent;
        } else {
            several = new HashSet<>();
            several.add(only);
            several.add(parent);
            only = null;
        }
    }

    void remove(Member parent) {
        if (several != null) {
            several.remove(parent);
        } else if (only == parent) {
            only = null;
        }
    }

    int size() {
        return several != null ? several.size() : only == null ? 0 : 1;
    }

    void forEach(Consumer<Member> action) {
        if (several != null) {
            several.forEach(action);
        } else if (only != null) {
            action.accept(only);
        }
    }
}
