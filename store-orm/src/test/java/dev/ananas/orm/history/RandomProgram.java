package dev.ananas.orm.history;

import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes random programs, runs them, and finds the shortest part of a failing one that still fails. */
final class RandomProgram {
    private RandomProgram() {}

    /** Runs one program for each seed. */
    static <C> void run(int seeds, int length, Function<Random, C> command, Consumer<List<C>> program) {
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed);
            List<C> commands = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                commands.add(command.apply(random));
            }
            Throwable failure = failure(commands, program);
            if (failure != null) {
                List<C> shortest = shrunk(commands, program);
                throw new AssertionError("Seed " + seed + " fails: " + shortest, failure(shortest, program));
            }
        }
    }

    private static <C> Throwable failure(List<C> commands, Consumer<List<C>> program) {
        try {
            program.accept(commands);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    private static <C> List<C> shrunk(List<C> commands, Consumer<List<C>> program) {
        List<C> shortest = commands;
        for (int size = commands.size() / 2; size > 0; size /= 2) {
            for (int i = 0; i + size <= shortest.size(); ) {
                List<C> less = new ArrayList<>(shortest);
                less.subList(i, i + size).clear();
                if (failure(less, program) != null) {
                    shortest = less;
                } else {
                    i += size;
                }
            }
        }
        return shortest;
    }

    /** A write to one note of a few. */
    record Write(int kind, long id, String field, long value) {
        static Write random(Random random) {
            return new Write(
                    random.nextInt(8), 1 + random.nextInt(4), Notes.FIELDS.get(random.nextInt(3)), random.nextInt(3));
        }

        static List<Write> some(Random random) {
            List<Write> writes = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                writes.add(random(random));
            }
            return writes;
        }

        void to(Repository<Row> notes) {
            if (kind == 0) {
                notes.delete(id);
            } else {
                Map<String, Object> values = new HashMap<>();
                values.put("id", id);
                values.put(field, value == 0 && field.equals("parent") ? null : (Object) value);
                notes.saveMap(values);
            }
        }

        @Override
        public String toString() {
            return (kind == 0 ? "delete " : "save ") + id + (kind == 0 ? "" : "." + field + "=" + value);
        }
    }
}
