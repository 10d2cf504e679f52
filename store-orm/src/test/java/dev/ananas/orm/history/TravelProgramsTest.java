package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.history.RandomProgram.Write;
import dev.ananas.store.History;
import dev.ananas.store.HistoryMove;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.KeptVersion;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/**
 * Optimistic transactions that begin, are confirmed and fail while somebody undoes, redoes and goes to other versions. A version is the
 * set of edits that count in it: what failed is in none of them, wherever one goes.
 */
class TravelProgramsTest {
    private static final int SEEDS = 40;

    private enum Kind {
        EDIT,
        BEGIN,
        CONFIRM,
        FAIL,
        UNDO,
        REDO,
        GO
    }

    private record Command(Kind kind, int pick, List<Write> writes) {
        static Command random(Random random) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            return new Command(kind, random.nextInt(1000), kind.ordinal() < 2 ? Write.some(random) : List.of());
        }

        @Override
        public String toString() {
            return kind + " " + pick + writes;
        }
    }

    private record Flight(String label, Sinks.One<String> confirmation) {}

    @Test
    void whatFailedIsInNoVersion() {
        RandomProgram.run(SEEDS, 40, Command::random, program -> new World(HistoryOptions.defaults()).run(program));
    }

    @Test
    void whatFailedIsInNoBranch() {
        RandomProgram.run(
                SEEDS,
                40,
                Command::random,
                program -> new World(HistoryOptions.defaults().keepBranches()).run(program));
    }

    @Test
    void whatFailedIsInNoVersionWhereTheOldestGo() {
        RandomProgram.run(
                SEEDS,
                40,
                Command::random,
                program -> new World(HistoryOptions.defaults().steps(5)).run(program));
    }

    /** The store, and what it has to be. */
    private static final class World {
        private final NaiveLog log = new NaiveLog();
        private final Map<String, NaiveLog.Entry> edits = new HashMap<>();
        private final Map<Long, Set<NaiveLog.Entry>> versions = new HashMap<>();
        private final List<Flight> flights = new ArrayList<>();
        private final Notes notes;
        private final History history;
        private Set<NaiveLog.Entry> counting = new LinkedHashSet<>();
        private int labels;

        World(HistoryOptions options) {
            this.notes = new Notes(Store.builder().history(options).build());
            this.history = notes.store.history();
        }

        void run(List<Command> program) {
            try (notes) {
                versions.put(notes.store.version(), new LinkedHashSet<>());
                for (Command command : program) {
                    run(command);
                    assertThat(notes.contents()).isEqualTo(log.contents(counting));
                    notes.checkLive();
                    for (KeptVersion version : history.versions()) {
                        if (version.isCurrent()) {
                            versions.putIfAbsent(version.version(), new LinkedHashSet<>(counting));
                        }
                        assertThat(versions).containsKey(version.version());
                    }
                }
            }
        }

        private void run(Command command) {
            switch (command.kind()) {
                case EDIT -> edit("edit", command, (label, writes) -> notes.store.transaction(label, writes));
                case BEGIN -> {
                    Sinks.One<String> confirmation = Sinks.one();
                    String begun = edit(
                            "begin",
                            command,
                            (label, writes) -> notes.store.optimistic(label, writes, confirmation.asMono()));
                    flights.add(new Flight(begun, confirmation));
                }
                case CONFIRM ->
                    flight(command.pick())
                            .ifPresent(flight -> flight.confirmation().tryEmitValue("yes"));
                case FAIL -> flight(command.pick()).ifPresent(this::fail);
                case UNDO -> history.undo().ifPresent(move -> counting.remove(edits.get(move.label())));
                case REDO -> history.redo().ifPresent(move -> counting.add(edits.get(move.label())));
                default -> go(command.pick());
            }
        }

        private interface Writing {
            void write(String label, Runnable writes);
        }

        private String edit(String name, Command command, Writing how) {
            String label = name + " " + labels++;
            Map<Object, Map<String, Object>> before = notes.contents();
            long version = notes.store.version();
            how.write(label, () -> command.writes().forEach(write -> write.to(notes.notes)));
            NaiveLog.Entry entry = log.add(before, notes.contents());
            edits.put(label, entry);
            if (notes.store.version() > version) {
                counting.add(entry);
            }
            return label;
        }

        private Optional<Flight> flight(int pick) {
            return flights.isEmpty() ? Optional.empty() : Optional.of(flights.remove(pick % flights.size()));
        }

        private void fail(Flight flight) {
            NaiveLog.Entry entry = edits.get(flight.label());
            counting.remove(entry);
            versions.values().forEach(version -> version.remove(entry));
            flight.confirmation().tryEmitError(new IllegalStateException("no"));
        }

        private void go(int pick) {
            List<KeptVersion> kept = history.versions();
            if (!kept.isEmpty()) {
                KeptVersion target = kept.get(pick % kept.size());
                HistoryMove move = history.goTo(target.version());
                assertThat(move.conflicts()).isEmpty();
                counting = new LinkedHashSet<>(versions.get(target.version()));
            }
        }
    }
}
