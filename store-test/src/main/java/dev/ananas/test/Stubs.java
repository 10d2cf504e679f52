package dev.ananas.test;

import dev.ananas.store.Action;
import dev.ananas.store.ActionCall;
import dev.ananas.store.Middleware;
import dev.ananas.store.MiddlewareChain;
import dev.ananas.store.RunInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Records the actions of a store, and answers those that are stubbed in place of the reducers, runs in place of their work, and named
 * functions. What was stubbed last wins.
 */
final class Stubs implements Middleware, RunInterceptor {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<RecordedAction> recorded = new CopyOnWriteArrayList<>();
    private volatile boolean silent = true;

    private final List<RunRule> runRules = new CopyOnWriteArrayList<>();

    private record Rule(Predicate<Action> which, Function<Action, @Nullable Object> answer) {}

    void add(Predicate<Action> which, Function<Action, @Nullable Object> answer) {
        rules.add(0, new Rule(which, answer));
    }

    private record RunRule(Predicate<ActionCall> which, Function<ActionCall, Publisher<?>> work) {}

    void addRun(Predicate<ActionCall> which, Function<ActionCall, Publisher<?>> work) {
        runRules.add(0, new RunRule(which, work));
    }

    private final List<CallRule> callRules = new CopyOnWriteArrayList<>();

    private record CallRule(Predicate<ActionCall> which, Function<ActionCall, @Nullable Object> answer) {}

    void addCall(Predicate<ActionCall> which, Function<ActionCall, @Nullable Object> answer) {
        callRules.add(0, new CallRule(which, answer));
    }

    @Override
    public Supplier<? extends @Nullable Object> aroundCall(ActionCall call, Supplier<? extends @Nullable Object> body) {
        for (CallRule rule : callRules) {
            if (rule.which().test(call)) {
                return () -> rule.answer().apply(call);
            }
        }
        return body;
    }

    @Override
    public Supplier<? extends Publisher<?>> around(ActionCall call, Supplier<? extends Publisher<?>> body) {
        for (RunRule rule : runRules) {
            if (rule.which().test(call)) {
                return () -> rule.work().apply(call);
            }
        }
        return body;
    }

    /** Takes all stubs back. */
    void clear() {
        rules.clear();
        runRules.clear();
        callRules.clear();
    }

    /** Begins to record and to stub, or leaves off. */
    void silent(boolean whether) {
        silent = whether;
    }

    List<RecordedAction> recorded() {
        return new ArrayList<>(recorded);
    }

    void forget() {
        recorded.clear();
    }

    @Override
    public @Nullable Object handle(Action action, MiddlewareChain chain) {
        if (silent) {
            return chain.next(action);
        }
        for (Rule rule : rules) {
            if (rule.which().test(action)) {
                recorded.add(new RecordedAction(action, true));
                return rule.answer().apply(action);
            }
        }
        recorded.add(new RecordedAction(action, false));
        return chain.next(action);
    }
}
