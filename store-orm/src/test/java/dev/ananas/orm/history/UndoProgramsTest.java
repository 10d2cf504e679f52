package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.history.RandomProgram.Write;
import dev.ananas.store.History;
import dev.ananas.store.StateTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Undo and redo in random programs, against a list of trees and against a log of plain values. */
class UndoProgramsTest {
    private static final int SEEDS = 60;

    private enum Kind {
        WRITE,
        UNDO,
        REDO
    }

    private record Command(Kind kind, String scope, List<Write> writes) {
        static Command random(Random random) {
            Kind kind = random.nextInt(5) < 3 ? Kind.WRITE : random.nextBoolean() ? Kind.UNDO : Kind.REDO;
            List<Write> writes = kind == Kind.WRITE ? Write.some(random) : List.of();
            return new Command(kind, List.of("x", "y", "z").get(random.nextInt(3)), writes);
        }

        @Override
        public String toString() {
            return kind + " " + scope + writes;
        }
    }

    @Test
    void law11UndoOfTheLatestTransitionRestoresThePreviousTree() {
        RandomProgram.run(SEEDS, 40, Command::random, UndoProgramsTest::againstTrees);
    }

    private static void againstTrees(List<Command> program) {
        try (Notes notes = new Notes()) {
            History history = notes.store.history();
            List<StateTree> trees = new ArrayList<>(List.of(notes.store.state()));
            int at = 0;
            for (Command command : program) {
                switch (command.kind()) {
                    case WRITE -> {
                        notes.store.transaction(
                                "write", () -> command.writes().forEach(write -> write.to(notes.notes)));
                        if (notes.store.state() != trees.get(at)) {
                            trees.subList(++at, trees.size()).clear();
                            trees.add(notes.store.state());
                        }
                    }
                    case UNDO -> {
                        assertThat(history.undo().isPresent()).isEqualTo(at > 0);
                        at = Math.max(0, at - 1);
                    }
                    default -> {
                        assertThat(history.redo().isPresent()).isEqualTo(at < trees.size() - 1);
                        at = Math.min(trees.size() - 1, at + 1);
                    }
                }
                assertThat(notes.store.state()).isSameAs(trees.get(at));
                notes.checkLive();
            }
        }
    }

    @Test
    void law11UndoOfAScopeAppliesTheInverseOfItsLatestStep() {
        RandomProgram.run(SEEDS, 40, Command::random, UndoProgramsTest::againstPlainValues);
    }

    private static void againstPlainValues(List<Command> program) {
        NaiveLog log = new NaiveLog();
        Map<String, Deque<NaiveLog.Entry>> done = new HashMap<>();
        Map<String, Deque<NaiveLog.Entry>> undone = new HashMap<>();
        try (Notes notes = new Notes()) {
            History history = notes.store.history();
            for (Command command : program) {
                Deque<NaiveLog.Entry> past = done.computeIfAbsent(command.scope(), scope -> new ArrayDeque<>());
                Deque<NaiveLog.Entry> future = undone.computeIfAbsent(command.scope(), scope -> new ArrayDeque<>());
                switch (command.kind()) {
                    case WRITE -> {
                        Map<Object, Map<String, Object>> before = notes.contents();
                        long version = notes.store.version();
                        history.scope(
                                command.scope(),
                                "write",
                                () -> command.writes().forEach(write -> write.to(notes.notes)));
                        if (notes.store.version() > version) {
                            past.push(log.add(before, notes.contents()));
                            future.clear();
                        }
                    }
                    case UNDO -> {
                        assertThat(history.undo(command.scope()).isPresent()).isEqualTo(!past.isEmpty());
                        move(past, future, false);
                    }
                    default -> {
                        assertThat(history.redo(command.scope()).isPresent()).isEqualTo(!future.isEmpty());
                        move(future, past, true);
                    }
                }
                assertThat(notes.contents()).isEqualTo(log.contents());
                notes.checkLive();
            }
        }
    }

    private static void move(Deque<NaiveLog.Entry> from, Deque<NaiveLog.Entry> to, boolean counts) {
        if (!from.isEmpty()) {
            NaiveLog.Entry entry = from.pop();
            entry.count(counts);
            to.push(entry);
        }
    }
}
