package dev.ananas.store;

import dev.ananas.store.internal.reduce.Handler;
import dev.ananas.store.internal.selector.SliceSelector;
import dev.ananas.store.internal.timeline.WholeState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a slice begins and what actions do to it. Immutable and free of state: any number of stores may use one, so it
 * can be a constant. {@link Store#use} makes the slice.
 *
 * @param <S> the state of the slice, immutable
 */
public final class StoreDefinition<S> {

    private final String name;
    private final Supplier<? extends S> initial;
    private final Map<Class<?>, Handler<S>> handlers;
    private final boolean tracked;
    private final ChangeTracker<S> tracker;
    private final ChangeApplier<S> applier;
    private final boolean keptOnResetAll;
    private final Map<OptionKey<?>, Object> options;
    private final Selector<S> state = new SliceSelector<>(this);

    private StoreDefinition(Builder<S> builder) {
        this.name = builder.name;
        this.initial = builder.initial;
        this.handlers = new LinkedHashMap<>(builder.handlers);
        this.tracked = builder.tracker != null;
        this.tracker = builder.tracker == null ? (before, after, into) -> {} : builder.tracker;
        this.applier = builder.applier == null ? new WholeState<>(builder.name) : builder.applier;
        this.keptOnResetAll = builder.keptOnResetAll;
        this.options = new LinkedHashMap<>(builder.options);
    }

    /**
     * Begins a definition.
     *
     * @param name the name of the slice, unique in a store
     * @param initial makes the first state, once per store
     */
    public static <S> Builder<S> named(String name, Supplier<? extends S> initial) {
        return new Builder<>(Objects.requireNonNull(name, "name"), Objects.requireNonNull(initial, "initial"));
    }

    /** The name of the slice. */
    public String name() {
        return name;
    }

    /** A first state, made anew at each call. */
    public S initialState() {
        S made = initial.get();
        if (made == null) {
            throw new StoreException("The initial state of slice \"" + name + "\" is null");
        }
        return made;
    }

    /**
     * A selector of something derived from the state, computed once per state of a store.
     *
     * @param read pure, never returns null
     */
    public <T> Selector<T> getter(Function<? super S, ? extends T> read) {
        return state.map(read);
    }

    /**
     * Selectors of something derived from the state and an argument, each computed once per state of a store:
     * {@code static final KeyedSelector<Long, Item> BY_ID = CART.getter((cart, id) -> cart.item(id))}, then {@code
     * store.select(BY_ID.of(7L))}.
     *
     * @param <K> the argument, immutable and with {@code equals} and {@code hashCode}
     * @param read pure, never returns null
     */
    public <K, T> KeyedSelector<K, T> getter(BiFunction<? super S, ? super K, ? extends T> read) {
        return state.keyed(read);
    }

    /** The selector of the state itself. */
    public Selector<S> state() {
        return state;
    }

    /** The value of an option, {@link OptionKey#otherwise} unless it was set. */
    @SuppressWarnings("unchecked") // a key is put with a value of its type only
    public <T> T option(OptionKey<T> key) {
        Object value = options.get(Objects.requireNonNull(key, "key"));
        return value == null ? key.otherwise() : (T) value;
    }

    /** Whether {@link Store#resetAll()} leaves the slice as it is. */
    public boolean isKeptOnResetAll() {
        return keptOnResetAll;
    }

    /** The classes of actions it has reducers for, in the order in which they were registered. */
    public Set<Class<?>> actions() {
        return Collections.unmodifiableSet(handlers.keySet());
    }

    /**
     * What it does with actions of a class: the reducer that is registered for the class, else for the nearest class or
     * interface above it, in the form that all kinds of reducers have in common. It is pure and needs no store.
     *
     * @return empty if it has no reducer for such actions
     */
    public Optional<Update<S, Action>> reducerOf(Class<?> action) {
        return Optional.ofNullable(handlerOf(Objects.requireNonNull(action, "action")));
    }

    /** Whether the reducer for actions of a class {@linkplain Builder#answer answers}. */
    public boolean answers(Class<?> action) {
        Handler<S> handler = handlerOf(Objects.requireNonNull(action, "action"));
        return handler != null && handler.answers();
    }

    /** The handler of a class of actions: its own, else that of the nearest class or interface above. */
    private @Nullable Handler<S> handlerOf(Class<?> action) {
        for (Class<?> type = action; type != null; type = type.getSuperclass()) {
            Handler<S> handler = handlerAt(type);
            if (handler != null) {
                return handler;
            }
        }
        return null;
    }

    private @Nullable Handler<S> handlerAt(Class<?> type) {
        Handler<S> handler = handlers.get(type);
        if (handler != null) {
            return handler;
        }
        for (Class<?> parent : type.getInterfaces()) {
            Handler<S> inherited = handlerAt(parent);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    /** What tells the row changes between two states; it tells none unless {@link Builder#tracked} gave another. */
    public ChangeTracker<S> tracker() {
        return tracker;
    }

    /** Whether it tells the rows in which two states differ, see {@link Builder#tracked}. */
    public boolean isTracked() {
        return tracked;
    }

    /** What replays changes; it takes the state as one value unless {@link Builder#applied} gave another. */
    public ChangeApplier<S> applier() {
        return applier;
    }

    @Override
    public String toString() {
        return "StoreDefinition[" + name + "]";
    }

    /**
     * Builds a definition.
     *
     * @param <S> the state of the slice
     */
    public static final class Builder<S> {

        private final String name;
        private final Supplier<? extends S> initial;
        private final Map<Class<?>, Handler<S>> handlers = new LinkedHashMap<>();
        private @Nullable ChangeTracker<S> tracker;
        private @Nullable ChangeApplier<S> applier;
        private boolean keptOnResetAll;
        private final Map<OptionKey<?>, Object> options = new LinkedHashMap<>();

        private Builder(String name, Supplier<? extends S> initial) {
            this.name = name;
            this.initial = initial;
        }

        /**
         * Registers the reducer of an action.
         *
         * @param action the class of the action, or an interface or superclass of several: what is registered for a
         *     class itself wins over what is registered above it
         * @return this builder
         * @throws StoreException if the class has a reducer in this definition
         */
        public <A extends Action> Builder<S> on(Class<A> action, Reducer<S, ? super A> reducer) {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(reducer, "reducer");
            return add(action, Handler.of(name, action, reducer));
        }

        /**
         * Registers the reducer of an action that may also return {@linkplain Effect effects}.
         *
         * @param action the class of the action, or an interface or superclass of several
         * @return this builder
         * @throws StoreException if the class has a reducer in this definition
         */
        public <A extends Action> Builder<S> update(Class<A> action, Update<S, ? super A> update) {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(update, "update");
            return add(action, Handler.of(name, action, update));
        }

        /**
         * Registers the reducer that answers a command. No other slice of a store may answer it too.
         *
         * @return this builder
         * @throws StoreException if the class has a reducer in this definition
         */
        public <R, C extends Command<R>> Builder<S> answer(Class<C> command, CommandReducer<S, R, C> reducer) {
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(reducer, "reducer");
            return add(command, Handler.of(name, command, reducer));
        }

        /** Sets what tells the row changes between two states; without it the slice has none. */
        public Builder<S> tracked(ChangeTracker<S> changes) {
            this.tracker = Objects.requireNonNull(changes, "changes");
            return this;
        }

        /**
         * Sets what takes steps back and adds them row by row; without it the state is one value, and a step is
         * added by reducing its actions once more.
         */
        public Builder<S> applied(ChangeApplier<S> changes) {
            this.applier = Objects.requireNonNull(changes, "changes");
            return this;
        }

        /** Sets an option for plugins to read; the last call for a key counts. */
        public <T> Builder<S> option(OptionKey<T> key, T value) {
            options.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Lets {@link Store#resetAll()} leave the slice as it is, such as settings that outlive a login. */
        public Builder<S> keptOnResetAll() {
            this.keptOnResetAll = true;
            return this;
        }

        /** The definition. The builder may go on. */
        public StoreDefinition<S> build() {
            return new StoreDefinition<>(this);
        }

        private Builder<S> add(Class<?> action, Handler<S> handler) {
            if (handlers.putIfAbsent(action, handler) != null) {
                throw new StoreException(
                        "Slice \"" + name + "\" has two reducers for " + action.getSimpleName() + "; keep one");
            }
            return this;
        }
    }
}
