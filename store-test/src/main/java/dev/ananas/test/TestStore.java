package dev.ananas.test;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.Answer;
import dev.ananas.store.Action;
import dev.ananas.store.ActionCall;
import dev.ananas.store.Command;
import dev.ananas.store.Effect;
import dev.ananas.store.Selector;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import dev.ananas.store.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * A store to test with: it begins where the test wants, remembers what was dispatched and committed, and answers actions in place of their
 * reducers. Closing it closes the store and fails if a subscriber or a listener failed.
 */
public final class TestStore implements AutoCloseable {
    private final Store store;
    private final @Nullable Database database;
    private final List<EntityType<?>> types;
    private final Stubs stubs;
    private final List<Effect> effects;
    private final Set<String> tables = new HashSet<>();
    private final @Nullable VirtualTime time;
    private final List<Throwable> errors;
    private final List<Transition> transitions = new CopyOnWriteArrayList<>();
    private final List<ActionCall> runs = new CopyOnWriteArrayList<>();
    private final List<LiveOracle<?>> oracles = new ArrayList<>();

    TestStore(
            Store store,
            @Nullable Database database,
            List<EntityType<?>> types,
            Stubs stubs,
            List<Effect> effects,
            @Nullable VirtualTime time,
            List<Throwable> errors) {
        this.store = store;
        this.database = database;
        this.types = types;
        this.stubs = stubs;
        this.effects = effects;
        this.time = time;
        this.errors = errors;
        types.forEach(type -> tables.add(type.name()));
        if (database != null) {
            tables.add(database.snapshot().name());
        }
        store.transitions().subscribe(transitions::add);
        store.onAction(call -> {
            if (call.kind() == ActionCall.Kind.RUN) {
                runs.add(call);
            }
        });
    }

    /** Begins a test store. */
    public static TestStoreBuilder builder() {
        return new TestStoreBuilder();
    }

    /** The store. */
    public Store store() {
        return store;
    }

    /**
     * The database.
     *
     * @throws IllegalStateException if the store was built without entity types
     */
    public Database database() {
        if (database == null) {
            throw new IllegalStateException("This test store has no database; add entity types with types(...)");
        }
        return database;
    }

    /** The repository of an entity. */
    public <M> Repository<M> repository(EntityType<M> type) {
        return database().repository(type);
    }

    /**
     * Virtual time.
     *
     * @throws IllegalStateException if the store was built without it
     */
    public VirtualTime time() {
        if (time == null) {
            throw new IllegalStateException("This test store has real time; build it with virtualTime()");
        }
        return time;
    }

    /** Dispatches an action; its failure is for the outcome to tell. */
    public Outcome when(Action action) {
        return when(() -> {
            if (action instanceof Command<?> command) {
                return store.dispatch(command);
            }
            store.dispatch(action);
            return null;
        });
    }

    /** Writes as it likes; a failure is for the outcome to tell. */
    public Outcome when(Runnable writes) {
        return when(() -> {
            writes.run();
            return null;
        });
    }

    /** As {@link #when(Runnable)}, with an answer. */
    public Outcome when(Supplier<? extends @Nullable Object> writes) {
        StateTree before = store.state();
        int known = transitions.size();
        Object answer = null;
        RuntimeException error = null;
        try {
            answer = writes.get();
        } catch (RuntimeException e) {
            error = e;
        }
        List<Transition> made = transitions.subList(known, transitions.size());
        return new Outcome(before, store.state(), made, tables, answer, error);
    }

    /** All actions that were dispatched since the store was built, in order, stubbed ones and failed ones included. */
    public List<RecordedAction> actions() {
        return stubs.recorded();
    }

    /** The actions of a class, in order. */
    public <A extends Action> List<A> actions(Class<A> type) {
        List<A> found = new ArrayList<>();
        for (RecordedAction one : stubs.recorded()) {
            if (type.isInstance(one.action())) {
                found.add(type.cast(one.action()));
            }
        }
        return found;
    }

    /** The runs of actions that began since the store was built, with their names and arguments. */
    public List<ActionCall> runs() {
        return new ArrayList<>(runs);
    }

    /** The effects that reducers returned, in order, if the store was built with {@link TestStoreBuilder#recordEffects}. */
    public List<Effect> effects() {
        return new ArrayList<>(effects);
    }

    /** The transitions since the store was built. */
    public List<Transition> transitions() {
        return new ArrayList<>(transitions);
    }

    /** Forgets what was recorded. */
    public void forget() {
        stubs.forget();
        transitions.clear();
        runs.clear();
        effects.clear();
    }

    /** Answers actions of a class, and of classes below it, in place of the reducers: nothing changes, a command is answered null. */
    public void stub(Class<? extends Action> type) {
        stubs.add(type::isInstance, action -> null);
    }

    /**
     * Answers commands of a class in place of the reducer.
     *
     * @param answer makes the answer; what it throws fails the command
     */
    public <R, C extends Command<R>> void stub(Class<C> type, Function<? super C, ? extends @Nullable R> answer) {
        stubs.add(type::isInstance, action -> answer.apply(type.cast(action)));
    }

    /**
     * Fails actions of a class in place of the reducers.
     *
     * @param error makes what the failure is caused by
     */
    public void stubError(Class<? extends Action> type, Supplier<? extends RuntimeException> error) {
        stubs.add(type::isInstance, action -> {
            throw error.get();
        });
    }

    /** As {@link #stub(Class, Function)}, for the actions of a name, such as the writes of a repository ({@code "save users"}). */
    public void stub(String name, Function<Action, @Nullable Object> answer) {
        stubs.add(action -> action.name().equals(name), answer);
    }

    /**
     * Does something else in place of the work of runs, such as those of {@link Store#action}; effects are runs under their name, too.
     *
     * @param name the name of the action
     * @param work takes the run with its argument; emits what its caller expects
     */
    public void stubRun(String name, Function<ActionCall, Publisher<?>> work) {
        stubs.addRun(call -> call.name().equals(name), work);
    }

    /**
     * Answers calls of named functions ({@link dev.ananas.store.Actions#call}) in place of the function.
     *
     * @param name the name of the action
     * @param answer takes the call with its argument; gives what its caller expects, and what it throws the caller gets
     */
    public void stubCall(String name, Function<ActionCall, @Nullable Object> answer) {
        stubs.addCall(call -> call.name().equals(name), answer);
    }

    /** Takes all stubs back. */
    public void unstub() {
        stubs.clear();
    }

    /** Records the values of a selector, the current one first. */
    public <T> Recorder<T> record(Selector<T> selector) {
        return Recorder.of(store.select(selector));
    }

    /** Records the answers of a live query, the current one first. */
    public <T> Recorder<T> record(Answer<T> answer) {
        return Recorder.of(answer.flux());
    }

    /**
     * Watches a live query, see {@link LiveOracle}.
     *
     * @param query a query of this store's database, or what was made of one, such as a count
     */
    public <T> LiveOracle<T> oracle(Answer<T> query) {
        LiveOracle<T> oracle = new LiveOracle<>(this, query);
        oracles.add(oracle);
        return oracle;
    }

    NaiveTables tables() {
        return NaiveTables.of(database(), types);
    }

    @Override
    public void close() {
        oracles.forEach(LiveOracle::dispose);
        store.close();
        if (time != null) {
            VirtualTime.end();
        }
        if (!errors.isEmpty()) {
            AssertionError error = new AssertionError(
                    "Expected no failure of subscribers and listeners, found " + errors, errors.get(0));
            errors.clear();
            throw error;
        }
    }
}
