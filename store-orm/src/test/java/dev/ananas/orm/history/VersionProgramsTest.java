package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.history.RandomProgram.Write;
import dev.ananas.store.History;
import dev.ananas.store.HistoryMove;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.KeptVersion;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Going to kept versions in random programs, against the trees that the store had at them. */
class VersionProgramsTest {
    private static final int SEEDS = 40;

    private enum Kind {
        WRITE,
        UNDO,
        REDO,
        GO
    }

    /** A command; {@code pick} chooses among the kept versions. */
    private record Command(Kind kind, int pick, List<Write> writes) {
        static Command random(Random random) {
            Kind kind = random.nextInt(2) == 0 ? Kind.WRITE : Kind.values()[1 + random.nextInt(3)];
            return new Command(kind, random.nextInt(1000), kind == Kind.WRITE ? Write.some(random) : List.of());
        }

        @Override
        public String toString() {
            return kind + " " + (kind == Kind.GO ? pick : "") + writes;
        }
    }

    @Test
    void goingToAKeptVersionGivesItsVeryTree() {
        check(HistoryOptions.defaults(), 200);
    }

    @Test
    void goingToABranchGivesItsVeryTree() {
        check(HistoryOptions.defaults().keepBranches(), 200);
    }

    @Test
    void goingToAKeptVersionGivesItsVeryTreeWhereTheOldestGo() {
        check(HistoryOptions.defaults().steps(5), 5);
    }

    @Test
    void goingToABranchGivesItsVeryTreeWhereTheOldestGo() {
        check(HistoryOptions.defaults().keepBranches().steps(5), 5);
    }

    private static void check(HistoryOptions options, int steps) {
        RandomProgram.run(SEEDS, 50, Command::random, program -> run(program, options, steps));
    }

    private static void run(List<Command> program, HistoryOptions options, int steps) {
        boolean branches = options.keepsBranches();
        Map<Long, StateTree> trees = new HashMap<>();
        try (Notes notes = new Notes(Store.builder().history(options).build())) {
            History history = notes.store.history();
            trees.put(notes.store.version(), notes.store.state());
            for (Command command : program) {
                StateTree before = notes.store.state();
                switch (command.kind()) {
                    case WRITE -> {
                        notes.store.transaction(
                                "write", () -> command.writes().forEach(write -> write.to(notes.notes)));
                        trees.put(notes.store.version(), notes.store.state());
                    }
                    case UNDO ->
                        history.undo().ifPresent(move -> back(notes, before, branches, history::redo, history::undo));
                    case REDO ->
                        history.redo().ifPresent(move -> back(notes, before, branches, history::undo, history::redo));
                    default -> go(notes, trees, command.pick());
                }
                List<KeptVersion> kept = history.versions();
                assertThat(kept).hasSizeLessThanOrEqualTo(steps + 1);
                for (KeptVersion version : kept) {
                    if (version.isCurrent()) {
                        assertThat(notes.store.state())
                                .isSameAs(trees.computeIfAbsent(version.version(), unused -> notes.store.state()));
                    }
                }
                notes.checkLive();
            }
        }
    }

    /** The way back leads to the very tree. Where branches are kept, the step may have been made on another tree. */
    private static void back(Notes notes, StateTree before, boolean branches, Supplier<?> back, Supplier<?> again) {
        if (!branches) {
            StateTree after = notes.store.state();
            back.get();
            assertThat(notes.store.state()).isSameAs(before);
            again.get();
            assertThat(notes.store.state()).isSameAs(after);
        }
    }

    private static void go(Notes notes, Map<Long, StateTree> trees, int pick) {
        List<KeptVersion> kept = notes.store.history().versions();
        if (!kept.isEmpty()) {
            long version = kept.get(pick % kept.size()).version();
            HistoryMove move = notes.store.history().goTo(version);
            assertThat(move.conflicts()).isEmpty();
            assertThat(trees).containsKey(version);
            assertThat(notes.store.state()).isSameAs(trees.get(version));
        }
    }
}
