package dev.ananas.store;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One immutable state tree with one writer, any number of readers, and streams of what changed.
 *
 * <h2>Threads</h2>
 *
 * <p>Any thread may call any method. Reading never waits. A write waits for other writes, never for subscribers: when
 * it returns, {@link #state()} has it. Emissions arrive on a thread that writes, subscribes or requests; which one is
 * not defined when several do at once. They follow each other in version order, and no subscriber is called by two
 * threads at once, nor under the writer lock, save for the first value of who subscribes inside a transaction. A
 * subscriber may do everything: what it writes commits at once and is published when the running publication is over.
 * A subscriber that blocks delays the emissions of the others.
 *
 * <h2>Transactions</h2>
 *
 * <p>A dispatch outside a transaction is a transaction of one action. All or nothing becomes one {@link Transition};
 * if no slice changed, there is none. Writes on the thread of a running transaction join it; a nested transaction that
 * fails takes its own writes back, and whoever catches its exception may go on.
 */
public interface Store extends AutoCloseable {

    /** A store without middleware and with default settings. */
    static Store create() {
        return builder().build();
    }

    /** A builder of a store. */
    static StoreBuilder builder() {
        return new StoreBuilder();
    }

    /** The version of the last commit; 0 before the first. Never waits. */
    long version();

    /**
     * The state tree. On the thread of a running transaction the pending one, which has what was written so far;
     * everywhere else the one last committed. Never waits; works after {@link #close()}.
     */
    StateTree state();

    /**
     * The slice of a definition. The first call adds it with its initial state, which is no transition: the version
     * stays. Inside a transaction the slice is added even if the transaction fails.
     *
     * @return the same slice at every call
     * @throws StoreException if another definition of the same name is in use
     * @throws StoreClosedException after {@link #close()}
     */
    <S> Slice<S> use(StoreDefinition<S> definition);

    /** {@linkplain #reset Resets} all slices but those whose definitions are {@linkplain StoreDefinition.Builder#keptOnResetAll kept}. */
    void resetAll();

    /**
     * Takes slices back to the first states of their definitions, in one transition: a {@link Reset}. Entities are
     * rows of a slice like any other, so all rows go, without hooks or referential actions. Slices that are not in use
     * yet begin with their first states anyway; those disposed of have a state too, and are asked for as well.
     *
     * @param which says which slices, by their definitions
     */
    void reset(Predicate<? super StoreDefinition<?>> which);

    /**
     * Reduces an action and commits, or joins the running transaction of this thread.
     *
     * @throws ActionFailedException if no slice handles it or a reducer or middleware throws; nothing changed then
     * @throws StoreException if called by a reducer
     * @throws StoreClosedException after {@link #close()}
     */
    void dispatch(Action action);

    /**
     * Like {@link #dispatch(Action)}, with an answer.
     *
     * @return what the reducer answered; null also if a middleware dropped the command
     */
    <R> @Nullable R dispatch(Command<R> command);

    /**
     * Runs writes as one transition.
     *
     * @param writes runs on this thread under the writer lock; what it throws is thrown as it is, and nothing changed
     * @return what {@code writes} returned
     * @throws StoreClosedException after {@link #close()}
     */
    <T extends @Nullable Object> T transact(Supplier<T> writes);

    /** Like {@link #transact}, with a name for the {@link Transaction} and no result. */
    void transaction(String name, Runnable writes);

    /** Like {@link #transact}, with a name for the {@link Transaction}. */
    <T extends @Nullable Object> T transaction(String name, Supplier<T> writes);

    /**
     * Undo, redo and time travel.
     *
     * @throws StoreException if the store was built without {@link StoreBuilder#history}
     */
    History history();

    /**
     * Writes now, as one transition, and takes it back if the confirmation fails. The confirmation is subscribed to
     * when the transition is committed, exactly once; retries and timeouts are operators on it.
     *
     * <p>It counts when the confirmation completes. An error, {@link Optimistic#cancel()} and {@link #close()} take it
     * back, with a transition of its own: inserted rows vanish, deleted rows return to their places, and every field
     * has the value again that it would have without. Where somebody wrote the same field later, that value stays and is
     * reported; if it is taken back too, the value below returns. A later edit of a row that vanishes is reported as
     * well. States without rows are one value: the actions of later steps are reduced once more. A write that
     * changes nothing leaves no trace in this.
     *
     * @param writes like those of a transaction; what it throws is thrown as it is, and nothing changed
     * @throws StoreException inside a transaction
     */
    <T> Optimistic<T> optimistic(String name, Runnable writes, Mono<? extends T> confirmation);

    /**
     * Like {@link #optimistic(String, Runnable, Mono)}, and writes what the confirmation answers, as one transition.
     *
     * @param onConfirmed writes the answer; not called without a value. If it throws, all is taken back
     */
    <T> Optimistic<T> optimistic(
            String name, Runnable writes, Mono<? extends T> confirmation, Consumer<? super T> onConfirmed);

    /**
     * Values that stayed because they were written over what an optimistic transaction took back, each when it does.
     * Kept without bound while there is no demand. Completes when the store closes.
     */
    Flux<Conflict> conflicts();

    /**
     * A store of its own on the committed state, for a form. O(1).
     *
     * @throws StoreClosedException after {@link #close()}
     */
    Fork fork();

    /**
     * The value of a selector in {@link #state()}. Never waits.
     *
     * @throws StoreException if the selector reads a slice that is not in use, throws, or returns null
     */
    <T> T read(Selector<T> selector);

    /**
     * The value of a selector now, on the subscribing thread, then one value per transition that changed it. A value
     * equal to the one before is not emitted. Without demand the latest value waits. Subscribing waits for a running
     * write and, inside a transaction, starts with the committed value. Ends with onError if the selector throws,
     * completes when the store closes.
     */
    <T> Flux<T> select(Selector<T> selector);

    /** Like {@link #select}, with the version each value was read from. */
    <T> Flux<Versioned<T>> versions(Selector<T> selector);

    /**
     * Every transition after the subscription, in order, kept without bound while there is no demand. Completes when
     * the store closes.
     */
    Flux<Transition> transitions();

    /**
     * Begins a run of an action, which needs no subscriber: the short form of {@link Actions#run} of {@link #actions()}.
     *
     * @param name the name of the action
     * @param argument what it was called with, for listeners and tools; null if there is nothing to tell
     * @param body the work, asked for at once on this thread
     * @return the result or the error of this run, for any number of subscribers, whenever they come
     * @throws StoreClosedException after {@link #close()}
     */
    <T> Mono<T> action(String name, @Nullable Object argument, Supplier<? extends Mono<? extends T>> body);

    /** Like {@link #action(String, Object, Supplier)}, without an argument. */
    default <T> Mono<T> action(String name, Supplier<? extends Mono<? extends T>> body) {
        return action(name, null, body);
    }

    /** Runs with handles, streams and plain functions as actions, and what is running. */
    Actions actions();

    /**
     * Adds a listener of all calls: dispatched actions, transactions and runs.
     *
     * @return removes the listener, may be added to a {@link Scope}; closing the store removes it too
     * @throws StoreClosedException after {@link #close()}
     */
    Disposable onAction(ActionListener listener);

    /**
     * Adds the handler of a class of effects, or of an interface or superclass of several; the nearest one handles an
     * effect.
     *
     * @return removes the handler; effects returned before are still handled by it
     * @throws StoreException if the class has a handler
     * @throws StoreClosedException after {@link #close()}
     */
    <E extends Effect> Disposable handle(Class<E> effect, EffectHandler<? super E> handler);

    /**
     * Installs a plugin, also for slices that are in use already; {@link StorePlugin} has the rules.
     *
     * @return uninstalls it: removes what it added, except the state of slices
     * @throws StoreClosedException after {@link #close()}
     */
    Disposable install(StorePlugin plugin);

    /**
     * What a plugin added to this store.
     *
     * @throws StoreException if there is nothing under this key
     */
    <T> T extension(ExtensionKey<T> key);

    /**
     * Closes the store after a running write: streams complete after what was already committed, runs are cancelled,
     * plugins uninstalled, listeners removed, later writes refused; reading goes on. Has no effect when called again.
     *
     * @throws StoreException inside a transaction
     */
    @Override
    void close();

    /** Whether the store is closed. */
    boolean isClosed();
}
