package dev.ananas.store.internal.kernel;

import dev.ananas.store.Action;
import dev.ananas.store.Next;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Transaction;
import dev.ananas.store.Transition;
import dev.ananas.store.internal.action.Call;
import dev.ananas.store.internal.selector.SelectorCache;
import dev.ananas.store.internal.timeline.Recording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a running transaction wrote so far. Used by the thread that holds the writer lock only. */
public final class Draft {

    private final @Nullable String name;
    private final @Nullable Call call;
    private final SelectorCache committed;
    private final List<Action> actions = new ArrayList<>(1);
    private final List<Runnable> afterwards = new ArrayList<>(0);
    private StateTree tree;
    private @Nullable SelectorCache selectors;
    private @Nullable Recording recording;

    /**
     * Begins a draft.
     *
     * @param name the name of the transaction, null for a single action
     * @param call is told what was committed
     */
    Draft(@Nullable String name, StateTree tree, SelectorCache committed, @Nullable Call call) {
        this.name = name;
        this.call = call;
        this.tree = tree;
        this.committed = committed;
    }

    StateTree tree() {
        return tree;
    }

    /** Remembers results of the pending tree apart, so that a failed transaction leaves none behind. */
    SelectorCache selectors() {
        if (selectors == null) {
            selectors = committed.apart();
        }
        return selectors;
    }

    void write(Action action, Next<StateTree, ?> next) {
        actions.add(action);
        afterwards.addAll(next.afterwards());
        tree = next.state();
    }

    /** Says how this is recorded, unless somebody did. */
    void record(Recording how) {
        recording = recording == null ? how : recording;
    }

    @Nullable
    Recording recording() {
        return recording;
    }

    List<Action> actions() {
        return actions;
    }

    /** What to run once this draft has been committed. */
    List<Runnable> afterwards() {
        return afterwards;
    }

    <S> void add(StoreDefinition<S> slice, S state) {
        tree = tree.with(slice, state);
    }

    void committed(Transition transition) {
        if (call != null) {
            call.committed(transition);
        }
    }

    Savepoint savepoint() {
        return new Savepoint(tree, actions.size(), afterwards.size());
    }

    /** Goes back; slices used meanwhile stay, since using one is no write. */
    void rollback(Savepoint savepoint, StateTree committed) {
        tree = savepoint.tree().withMissingFrom(committed);
        actions.subList(savepoint.actions(), actions.size()).clear();
        afterwards.subList(savepoint.afterwards(), afterwards.size()).clear();
    }

    Action action() {
        if (name != null) {
            return new Transaction(name, actions);
        }
        Action first = actions.get(0);
        return actions.size() == 1 ? first : new Transaction(first.name(), actions);
    }

    record Savepoint(StateTree tree, int actions, int afterwards) {}
}
