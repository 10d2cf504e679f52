package dev.ananas.store.internal.reduce;

import dev.ananas.store.Action;
import dev.ananas.store.Command;
import dev.ananas.store.CommandReducer;
import dev.ananas.store.Next;
import dev.ananas.store.Reducer;
import dev.ananas.store.StoreException;
import dev.ananas.store.Update;
import org.jspecify.annotations.Nullable;

/**
 * A registered reducer, for actions whose class was matched.
 *
 * @param <S> the state of the slice
 */
public interface Handler<S> extends Update<S, Action> {

    /** Whether the caller of the action gets an answer. */
    default boolean answers() {
        return false;
    }

    static <S, A extends Action> Handler<S> of(String slice, Class<A> type, Reducer<S, ? super A> reducer) {
        return (state, action) -> new Next<>(checked(slice, reducer.reduce(state, type.cast(action))), null);
    }

    static <S, A extends Action> Handler<S> of(String slice, Class<A> type, Update<S, ? super A> update) {
        return (state, action) -> checked(slice, update.update(state, type.cast(action)));
    }

    static <S, R, C extends Command<R>> Handler<S> of(String slice, Class<C> type, CommandReducer<S, R, C> reducer) {
        return new Handler<>() {
            @Override
            public Next<S, ?> update(S state, Action action) {
                return checked(slice, reducer.reduce(state, type.cast(action)));
            }

            @Override
            public boolean answers() {
                return true;
            }
        };
    }

    private static <T> T checked(String slice, @Nullable T result) {
        if (result == null) {
            throw new StoreException("the reducer of slice \"" + slice
                    + "\" returned null; it returns the state it was given if nothing changes");
        }
        return result;
    }
}
