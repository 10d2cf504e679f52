package dev.ananas.test;

import dev.ananas.orm.query.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * Holds a live query against what it has to be. After each write the last emission has to equal
 *
 * <ul>
 *   <li>what nested loops over all stored rows make of the description of the query: its conditions, relations of every kind, counts,
 *       orders, windows and what it loads. They know no plan, index or level, and nothing of earlier versions, so they share no mistake
 *       with the engine. Sums, groups and plucked values are made of the models that the loops find, from nothing;
 *   <li>what a function of the test makes of the plain rows, if there is one: it shares nothing with the query, so it finds a query that
 *       says something else than was meant;
 * </ul>
 *
 * and there has to be one emission if the answer changed, and none if it did not. Models are compared by {@code equals}. A check costs the
 * product of the tables that the query joins, so some dozens of rows make a good test and some thousands a slow one.
 *
 * @param <T> what the query answers
 */
public final class LiveOracle<T> implements Disposable {
    private final TestStore test;
    private final Answer<T> query;
    private final Recorder<T> live;
    private @Nullable Function<PlainRows, T> naive;
    private T last;

    LiveOracle(TestStore test, Answer<T> query) {
        this.test = test;
        this.query = query;
        this.live = Recorder.of(query.flux());
        this.last = live.one();
        check(List.of(), "on subscription");
    }

    /**
     * Compares with a function of the plain rows, too.
     *
     * @param computed what the query has to answer, computed without it
     */
    public LiveOracle<T> against(Function<PlainRows, T> computed) {
        naive = Objects.requireNonNull(computed, "computed");
        check(List.of(), "on subscription");
        return this;
    }

    /**
     * Writes, and checks.
     *
     * @param write a transition, or none; writes of one transaction are one
     * @throws AssertionError if the live query is not what it has to be
     */
    public LiveOracle<T> after(Runnable write) {
        long version = test.store().version();
        write.run();
        long transitions = test.store().version() - version;
        if (transitions > 1) {
            throw new AssertionError("Expected a write of one transition, found " + transitions
                    + "; make it a transaction, so that each version is checked");
        }
        check(live.next(), "after version " + test.store().version());
        return this;
    }

    /**
     * Makes random writes, and checks after each of them.
     *
     * @param seed makes the same writes again
     * @param steps how many
     * @param write makes one write of one transition; a failure it throws is that of the test
     * @throws AssertionError with seed and step
     */
    public LiveOracle<T> afterRandomWrites(long seed, int steps, Consumer<Random> write) {
        Random random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            try {
                after(() -> write.accept(random));
            } catch (AssertionError e) {
                throw new AssertionError("Step " + step + " of seed " + seed + ": " + e.getMessage(), e);
            }
        }
        return this;
    }

    private void check(List<T> emissions, String when) {
        T now = emissions.isEmpty() ? last : emissions.get(emissions.size() - 1);
        NaiveQuery loops = new NaiveQuery(test.tables());
        Comparison.equal(
                "The live answer " + when + ", against loops over all rows,", loops.answer(query.question()), now);
        if (naive != null) {
            Comparison.equal(
                    "The live answer " + when + ", against the one computed from the rows,",
                    naive.apply(new PlainRows(loops)),
                    now);
        }
        boolean changed = !now.equals(last);
        if (emissions.size() != (changed ? 1 : 0)) {
            List<String> texts = new ArrayList<>();
            emissions.forEach(emission -> texts.add("\n+ " + emission));
            throw new AssertionError(
                    "Expected " + (changed ? "one emission" : "no emission, for the answer did not change") + " " + when
                            + ", found " + emissions.size() + String.join("", texts));
        }
        last = now;
    }

    @Override
    public void dispose() {
        live.dispose();
    }

    @Override
    public boolean isDisposed() {
        return live.isDisposed();
    }
}
