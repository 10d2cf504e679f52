package dev.ananas.orm.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A random schema and a random history, all from one seed. */
final class ProgramGenerator {
    private static final int NAMES = 6;

    private final Dice dice;
    private final SchemaShape schema;
    private final QueryGenerator queries;
    private final WriteGenerator writes;
    private final ReadGenerator reads;
    private final List<QueryShape> known = new ArrayList<>();

    private ProgramGenerator(Dice dice) {
        this.dice = dice;
        this.schema = SchemaGenerator.generate(dice);
        this.queries = new QueryGenerator(dice, schema);
        this.writes = new WriteGenerator(dice, schema, queries);
        this.reads = new ReadGenerator(dice, schema, queries);
    }

    static Program generate(long seed) {
        return new ProgramGenerator(Dice.swarm(new SplittableRandom(seed))).program();
    }

    /** The same with many steps done again, or first done in a transaction that fails. */
    static Program repetitive(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Program program = new ProgramGenerator(Dice.swarm(random)).program();
        List<Step> steps = new ArrayList<>();
        for (Step step : program.steps()) {
            if (step instanceof Step.Write write && random.nextInt(4) == 0) {
                steps.add(new Step.Transact(List.of(write), true));
            }
            steps.add(step);
            if (step instanceof Step.Write write && random.nextInt(2) == 0) {
                steps.add(random.nextInt(3) == 0 ? new Step.Transact(List.of(write, write), false) : write);
            }
        }
        return program.with(steps);
    }

    private Program program() {
        List<Step> steps = new ArrayList<>();
        if (dice.oneIn(2)) {
            subscribe(steps);
        }
        schema.entities().forEach(entity -> steps.add(writes.fill(entity)));
        for (int n = dice.between(1, 3); n > 0; n--) {
            subscribe(steps);
        }
        for (int n = dice.between(5, 30); n > 0; n--) {
            if (dice.oneIn(10)) {
                subscribe(steps);
            }
            if (dice.may(Feature.RESUBSCRIPTION, 20)) {
                steps.add(new Step.Unsubscribe(dice.below(NAMES)));
            }
            if (dice.may(Feature.READS, 8)) {
                steps.add(reads.read());
            }
            tick(5, steps);
            steps.add(dice.may(Feature.TRANSACTIONS, 4) ? transaction() : writes.write());
        }
        return new Program(schema, steps, dice.oneIn(2));
    }

    private void subscribe(List<Step> steps) {
        steps.add(new Step.Subscribe(dice.below(NAMES), query()));
    }

    private QueryShape query() {
        if (!known.isEmpty() && dice.may(Feature.EQUAL_QUERIES, 4)) {
            return dice.one(known);
        }
        QueryShape query = queries.query();
        known.add(query);
        return query;
    }

    /** Now and then the clock moves on, where an entity keeps timestamps. */
    private void tick(int sides, List<? super Step.Action> into) {
        boolean kept = schema.entities().stream().anyMatch(entity -> entity.times() != null);
        if (kept && dice.may(Feature.TIMESTAMPS, sides)) {
            into.add(new Step.Tick(dice.between(1, 1500)));
        }
    }

    private Step transaction() {
        List<Step.Action> actions = new ArrayList<>();
        for (int n = dice.oneIn(3) ? dice.between(1, 8) : dice.between(1, 3); n > 0; n--) {
            actions.add(writes.write());
            if (dice.may(Feature.READS, 10)) {
                actions.add(reads.read());
            }
            tick(10, actions);
            if (dice.oneIn(5)) {
                actions.add(new Step.Ask(dice.oneIn(2) ? queries.query() : query()));
            }
        }
        return new Step.Transact(actions, dice.may(Feature.FAILURES, 5));
    }
}
