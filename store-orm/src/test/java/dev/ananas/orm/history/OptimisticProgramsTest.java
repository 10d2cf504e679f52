package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.history.RandomProgram.Write;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Optimistic;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** Random interleavings of begin, confirm, fail, cancel and later edits equal the replay of the edits that survive. */
class OptimisticProgramsTest {
    private static final int SEEDS = 40;

    private enum Kind {
        EDIT,
        BEGIN,
        CONFIRM,
        FAIL,
        CANCEL
    }

    private record Command(Kind kind, int which, List<Write> writes) {
        static Command random(Random random) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            return new Command(kind, random.nextInt(10), kind.ordinal() < 2 ? Write.some(random) : List.of());
        }

        @Override
        public String toString() {
            return kind + " " + which + writes;
        }
    }

    private record Flight(Optimistic<String> run, Sinks.One<String> confirmation, NaiveLog.Entry entry) {}

    @Test
    void whatIsLeftEqualsTheReplayOfTheSurvivingEdits() {
        RandomProgram.run(SEEDS, 40, Command::random, program -> run(program, Store::create));
    }

    @Test
    void whatIsLeftEqualsTheReplayOfTheSurvivingEditsBesideAHistory() {
        RandomProgram.run(
                SEEDS,
                40,
                Command::random,
                program -> run(
                        program,
                        () -> Store.builder()
                                .history(HistoryOptions.defaults().steps(5))
                                .build()));
    }

    private static void run(List<Command> program, Supplier<Store> stores) {
        NaiveLog log = new NaiveLog();
        List<Flight> flights = new ArrayList<>();
        try (Notes notes = new Notes(stores.get())) {
            for (Command command : program) {
                Flight flight = flights.isEmpty() ? null : flights.get(command.which() % flights.size());
                switch (command.kind()) {
                    case EDIT -> edit(notes, log, () -> notes.store.transaction("edit", () -> write(notes, command)));
                    case BEGIN -> flights.add(begin(notes, log, command));
                    case CONFIRM -> {
                        if (flight != null) {
                            flight.confirmation().tryEmitValue("yes");
                        }
                    }
                    default -> fail(flight, command.kind());
                }
                flights.removeIf(one -> !one.run().isPending());
                assertThat(notes.contents()).isEqualTo(log.contents());
                notes.checkLive();
            }
        }
    }

    private static void write(Notes notes, Command command) {
        command.writes().forEach(write -> write.to(notes.notes));
    }

    private static NaiveLog.Entry edit(Notes notes, NaiveLog log, Runnable writes) {
        Map<Object, Map<String, Object>> before = notes.contents();
        writes.run();
        return log.add(before, notes.contents());
    }

    private static Flight begin(Notes notes, NaiveLog log, Command command) {
        Sinks.One<String> confirmation = Sinks.one();
        List<Optimistic<String>> made = new ArrayList<>();
        NaiveLog.Entry entry = edit(
                notes,
                log,
                () -> made.add(notes.store.optimistic("begin", () -> write(notes, command), confirmation.asMono())));
        return new Flight(made.get(0), confirmation, entry);
    }

    private static void fail(Flight flight, Kind kind) {
        if (flight == null) {
            return;
        }
        AtomicBoolean rolledBack = new AtomicBoolean();
        flight.run().outcome().subscribe(outcome -> rolledBack.set(!outcome.isConfirmed()));
        flight.entry().count(false);
        if (kind == Kind.FAIL) {
            flight.confirmation().tryEmitError(new IllegalStateException("no"));
        } else {
            flight.run().cancel();
        }
        assertThat(rolledBack).isTrue();
    }
}
