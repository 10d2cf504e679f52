package dev.ananas.test;

import dev.ananas.store.Action;
import dev.ananas.store.Command;
import dev.ananas.store.Effect;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Given a state, when actions are reduced, then another state: the reducers of one slice, without anything around them.
 *
 * @param <S> the state of the slice
 */
public final class ReducerSpec<S> {
    private final StoreDefinition<S> definition;

    private ReducerSpec(StoreDefinition<S> definition) {
        this.definition = definition;
    }

    /** The reducers of a definition. */
    public static <S> ReducerSpec<S> of(StoreDefinition<S> definition) {
        return new ReducerSpec<>(Objects.requireNonNull(definition, "definition"));
    }

    /** Begins with a state. */
    public Given<S> given(S state) {
        return new Given<>(definition, Objects.requireNonNull(state, "state"));
    }

    /** Begins with the first state of the definition. */
    public Given<S> givenInitialState() {
        return new Given<>(definition, definition.initialState());
    }

    /**
     * A state to begin with.
     *
     * @param <S> the state of the slice
     */
    public static final class Given<S> {
        private final StoreDefinition<S> definition;
        private final S state;

        private Given(StoreDefinition<S> definition, S state) {
            this.definition = definition;
            this.state = state;
        }

        /** Reduces actions one after the other, until one fails. */
        public Then<S> when(Action... actions) {
            List<Effect> effects = new CopyOnWriteArrayList<>();
            try (Store store = Store.builder()
                    .initialState(definition, state)
                    .handle(Effect.class, effect -> {
                        effects.add(effect);
                        return Flux.empty();
                    })
                    .build()) {
                store.use(definition);
                Object answer = null;
                RuntimeException error = null;
                try {
                    for (Action action : actions) {
                        answer = dispatch(store, action);
                    }
                } catch (RuntimeException e) {
                    error = e;
                }
                return new Then<>(state, store.state().get(definition), answer, error, List.of(actions), effects);
            }
        }

        private static @Nullable Object dispatch(Store store, Action action) {
            if (action instanceof Command<?> command) {
                return store.dispatch(command);
            }
            store.dispatch(action);
            return null;
        }
    }

    /**
     * What became of it.
     *
     * @param <S> the state of the slice
     */
    public static final class Then<S> {
        private final S before;
        private final S after;
        private final @Nullable Object answer;
        private final @Nullable RuntimeException error;
        private final List<Action> actions;
        private final List<Effect> effects;

        private Then(
                S before,
                S after,
                @Nullable Object answer,
                @Nullable RuntimeException error,
                List<Action> actions,
                List<Effect> effects) {
            this.before = before;
            this.after = after;
            this.answer = answer;
            this.error = error;
            this.actions = actions;
            this.effects = List.copyOf(effects);
        }

        /** The state after the actions. */
        public S state() {
            return after;
        }

        /** Requires a state. */
        public Then<S> then(S expected) {
            noError();
            Comparison.equal("The state after " + actions, expected, after);
            return this;
        }

        /** Requires the very state that was given: a reducer that changes nothing returns what it got. */
        public Then<S> thenUnchanged() {
            noError();
            if (after != before) {
                throw new AssertionError("Expected " + actions + " to return the state it was given, found "
                        + (after.equals(before) ? "an equal one of another identity: " : "another one: ") + after);
            }
            return this;
        }

        /** Requires the answer of the last action, which is a command. */
        public Then<S> thenAnswers(@Nullable Object expected) {
            noError();
            Comparison.equal("The answer of " + actions, expected, answer);
            return this;
        }

        /** Requires the effects of all actions, in order, and no others; none to require that there are none. */
        public Then<S> thenEffects(Effect... expected) {
            noError();
            Comparison.equal("The effects of " + actions, List.of(expected), effects);
            return this;
        }

        /**
         * Requires that an action failed.
         *
         * @param part a part of the message, which may be empty
         */
        public Then<S> thenFails(String part) {
            Failures.require(error, part, "Expected " + actions + " to fail", "the state " + after);
            return this;
        }

        private void noError() {
            if (error != null) {
                throw new AssertionError("Expected " + actions + " to be reduced, found " + error, error);
            }
        }
    }
}
