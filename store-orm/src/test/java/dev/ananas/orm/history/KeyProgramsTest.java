package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.History;
import dev.ananas.store.HistoryMove;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Keys that are replaced by steps of their own, among other edits and the taking back of any of them. A record is what it is
 * whatever its key: its key is a value like any other, and what refers to it refers to the record.
 */
class KeyProgramsTest {
    private static final int SEEDS = 150;

    private enum Kind {
        CREATE,
        WRITE,
        POINT,
        DELETE,
        REPLACE,
        UNDO,
        REDO
    }

    private record Command(Kind kind, String scope, int pick, int value) {
        static Command random(Random random) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            return new Command(
                    kind, List.of("x", "y", "z").get(random.nextInt(3)), random.nextInt(100), random.nextInt(3));
        }

        @Override
        public String toString() {
            return kind + " " + scope + " " + pick + " " + value;
        }
    }

    @Test
    void editsGoWithTheRecordWhateverItsKey() {
        RandomProgram.run(SEEDS, 30, Command::random, program -> new World().run(program));
    }

    /** The store, and what it has to be: records by the number of their making. */
    private static final class World {
        private final NaiveLog log = new NaiveLog();
        private final Map<String, NaiveLog.Entry> edits = new HashMap<>();
        private final Notes notes = new Notes();
        private final History history = notes.store.history();
        private long keys = 100;
        private long records;
        private int labels;

        void run(List<Command> program) {
            try (notes) {
                for (Command command : program) {
                    run(command);
                    assertThat(shown(notes.contents())).isEqualTo(shown(byKey(log.contents())));
                    notes.checkLive();
                }
            }
        }

        private void run(Command command) {
            Map<Object, Map<String, Object>> now = log.contents();
            List<Object> all = new ArrayList<>(now.keySet());
            switch (command.kind()) {
                case CREATE -> {
                    long key = keys++;
                    long record = ++records;
                    edit(command, () -> notes.notes.saveMap(Map.of("id", key)), rows -> {
                        Map<String, Object> row = new LinkedHashMap<>();
                        row.put("id", key);
                        row.put("a", 0L);
                        row.put("b", 0L);
                        row.put("parent", null);
                        rows.put(record, row);
                        return rows;
                    });
                }
                case UNDO -> count(history.undo(command.scope()), false);
                case REDO -> count(history.redo(command.scope()), true);
                default -> {
                    if (!all.isEmpty()) {
                        write(
                                command,
                                now,
                                all.get(command.pick() % all.size()),
                                all.get(command.value() % all.size()));
                    }
                }
            }
        }

        private void write(Command command, Map<Object, Map<String, Object>> now, Object record, Object other) {
            Object key = now.get(record).get("id");
            switch (command.kind()) {
                case WRITE ->
                    edit(command, () -> notes.notes.saveMap(Map.of("id", key, "a", command.value())), rows -> {
                        rows.get(record).put("a", (long) command.value());
                        return rows;
                    });
                case POINT ->
                    edit(
                            command,
                            () -> notes.notes.saveMap(
                                    Map.of("id", key, "parent", now.get(other).get("id"))),
                            rows -> {
                                rows.get(record).put("parent", other);
                                return rows;
                            });
                case DELETE ->
                    edit(command, () -> notes.notes.delete(key), rows -> {
                        rows.remove(record);
                        return rows;
                    });
                default -> {
                    long next = keys++;
                    edit(command, () -> notes.db.replaceKey(notes.note, key, next), rows -> {
                        rows.get(record).put("id", next);
                        return rows;
                    });
                }
            }
        }

        private void edit(Command command, Runnable write, UnaryOperator<Map<Object, Map<String, Object>>> expected) {
            String label = command.kind() + " " + labels++;
            long version = notes.store.version();
            history.scope(command.scope(), label, write);
            if (notes.store.version() > version) {
                Map<Object, Map<String, Object>> before = log.contents();
                edits.put(label, log.add(before, expected.apply(copy(before))));
            }
        }

        private void count(Optional<HistoryMove> move, boolean counts) {
            move.ifPresent(made -> edits.get(made.label()).count(counts));
        }

        private static Map<Object, Map<String, Object>> copy(Map<Object, Map<String, Object>> rows) {
            Map<Object, Map<String, Object>> copy = new TreeMap<>();
            rows.forEach((key, row) -> copy.put(key, new LinkedHashMap<>(row)));
            return copy;
        }

        /** With keys in place of records; what points to a record that is gone is left out. */
        private static Map<Object, Map<String, Object>> byKey(Map<Object, Map<String, Object>> records) {
            Map<Object, Map<String, Object>> rows = new TreeMap<>();
            records.values().forEach(record -> {
                Map<String, Object> row = new LinkedHashMap<>(record);
                Map<String, Object> parent = row.get("parent") == null ? null : records.get(row.get("parent"));
                row.put("parent", parent == null ? null : parent.get("id"));
                rows.put(row.remove("id"), row);
            });
            return rows;
        }

        private static Map<Object, Map<String, Object>> shown(Map<Object, Map<String, Object>> rows) {
            Map<Object, Map<String, Object>> shown = copy(rows);
            shown.values()
                    .forEach(row -> row.replaceAll((name, value) ->
                            name.equals("parent") && (value == null || !rows.containsKey(value)) ? null : value));
            return shown;
        }
    }
}
