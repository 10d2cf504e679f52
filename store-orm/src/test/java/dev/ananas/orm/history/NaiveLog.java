package dev.ananas.orm.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** The oracle: every edit as the values it wrote, and the state as all edits that count, one after the other. */
final class NaiveLog {
    private final List<Entry> entries = new ArrayList<>();

    /** What one edit wrote to each row: null deletes it, a map with every field inserts it, another one updates it. */
    static final class Entry {
        private final Map<Object, Write> writes;
        private boolean counts = true;

        private Entry(Map<Object, Write> writes) {
            this.writes = writes;
        }

        void count(boolean now) {
            counts = now;
        }

        boolean counts() {
            return counts;
        }
    }

    private record Write(Kind kind, Map<String, Object> values) {}

    private enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    /** Records what differs between two contents. */
    Entry add(Map<Object, Map<String, Object>> before, Map<Object, Map<String, Object>> after) {
        Map<Object, Write> writes = new LinkedHashMap<>();
        TreeSet<Object> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (Object key : keys) {
            Map<String, Object> was = before.get(key);
            Map<String, Object> now = after.get(key);
            if (was == null) {
                writes.put(key, new Write(Kind.INSERT, now));
            } else if (now == null) {
                writes.put(key, new Write(Kind.DELETE, Map.of()));
            } else {
                Map<String, Object> changed = new LinkedHashMap<>();
                now.forEach((field, value) -> {
                    if (!Objects.equals(value, was.get(field))) {
                        changed.put(field, value);
                    }
                });
                writes.put(key, new Write(Kind.UPDATE, changed));
            }
        }
        Entry entry = new Entry(writes);
        entries.add(entry);
        return entry;
    }

    Map<Object, Map<String, Object>> contents() {
        return contents(entries.stream().filter(Entry::counts).toList());
    }

    /** The state after some of the edits, in the order in which they were made. */
    Map<Object, Map<String, Object>> contents(Collection<Entry> some) {
        Map<Object, Map<String, Object>> all = new TreeMap<>();
        for (Entry entry : entries) {
            if (some.contains(entry)) {
                entry.writes.forEach((key, write) -> apply(all, key, write));
            }
        }
        return all;
    }

    private static void apply(Map<Object, Map<String, Object>> all, Object key, Write write) {
        switch (write.kind()) {
            case DELETE -> all.remove(key);
            case INSERT ->
                all.computeIfAbsent(key, unused -> new LinkedHashMap<>()).putAll(write.values());
            case UPDATE ->
                all.computeIfPresent(key, (unused, row) -> {
                    Map<String, Object> next = new LinkedHashMap<>(row);
                    next.putAll(write.values());
                    return next;
                });
        }
    }
}
