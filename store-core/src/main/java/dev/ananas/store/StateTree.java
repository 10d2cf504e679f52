package dev.ananas.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The immutable state of a store at one version: a state for every slice used so far.
 *
 * <p>Any thread may read a tree at any time without a lock. Reading is O(1); what changes a tree copies an array of
 * states, one per slice, of which there are few.
 */
public final class StateTree {

    private static final StateTree EMPTY = new StateTree(Slices.NONE, new Object[0]);

    private final Slices slices;
    private final Object[] states;

    private StateTree(Slices slices, Object[] states) {
        this.slices = slices;
        this.states = states;
    }

    /** The tree without slices, to begin with. */
    public static StateTree empty() {
        return EMPTY;
    }

    /**
     * The state of a slice in this tree.
     *
     * @throws StoreException if this tree does not have the slice: it was not used by then
     */
    @SuppressWarnings("unchecked") // the place of a definition holds its state
    public <S> S get(StoreDefinition<S> slice) {
        int place = slices.placeOf(slice);
        if (place < 0) {
            throw new StoreException("Slice \"" + slice.name() + "\" is not in this state tree (slices: "
                    + String.join(", ", slices()) + "); call store.use(...) with its definition first");
        }
        return (S) states[place];
    }

    /** Whether this tree has the slice of this very definition. */
    public boolean contains(StoreDefinition<?> slice) {
        return slices.placeOf(slice) >= 0;
    }

    /** The names of the slices, in the order of first use. */
    public Set<String> slices() {
        return slices.names();
    }

    /** The definitions of the slices, in the order of first use. */
    public List<StoreDefinition<?>> definitions() {
        return slices.definitions;
    }

    /**
     * This tree with another state of a slice; this very tree if the state is the same reference. No store gets to know
     * of it: a store changes its state by actions.
     *
     * @param slice a slice of this tree, or one more
     */
    public <S> StateTree with(StoreDefinition<S> slice, S state) {
        Objects.requireNonNull(state, "state");
        int place = slices.placeOf(slice);
        if (place < 0) {
            return plus(slice, state);
        }
        if (states[place] == state) {
            return this;
        }
        Object[] next = states.clone();
        next[place] = state;
        return new StateTree(slices, next);
    }

    private StateTree plus(StoreDefinition<?> slice, Object state) {
        Object[] next = Arrays.copyOf(states, states.length + 1);
        next[states.length] = state;
        return new StateTree(slices.plus(slice), next);
    }

    /** This tree with the slices of another that it lacks. */
    public StateTree withMissingFrom(StateTree other) {
        StateTree next = this;
        for (int i = 0; i < other.states.length; i++) {
            StoreDefinition<?> slice = other.slices.definitions.get(i);
            if (!slices().contains(slice.name())) {
                next = next.plus(slice, other.states[i]);
            }
        }
        return next;
    }

    /** The names of the slices whose state is another reference than before. */
    public List<String> changedSince(StateTree before) {
        List<String> changed = new ArrayList<>(1);
        for (int i = 0; i < states.length; i++) {
            StoreDefinition<?> slice = slices.definitions.get(i);
            int place = before.slices.placeOf(slice);
            if (place < 0 || before.states[place] != states[i]) {
                changed.add(slice.name());
            }
        }
        return changed;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("StateTree{");
        for (int i = 0; i < states.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(slices.definitions.get(i).name())
                    .append('=')
                    .append(states[i]);
        }
        return text.append('}').toString();
    }

    /** The definitions of a tree and the places of their states, shared by all trees until one has a slice more. */
    private static final class Slices {

        private static final Slices NONE = new Slices(List.of());

        private final List<StoreDefinition<?>> definitions;
        private final StoreDefinition<?>[] inOrder;
        private final Map<String, Integer> places = new LinkedHashMap<>();

        private Slices(List<StoreDefinition<?>> definitions) {
            this.definitions = definitions;
            this.inOrder = definitions.toArray(new StoreDefinition<?>[0]);
            for (int i = 0; i < definitions.size(); i++) {
                places.put(definitions.get(i).name(), i);
            }
        }

        private Slices plus(StoreDefinition<?> slice) {
            List<StoreDefinition<?>> more = new ArrayList<>(definitions);
            more.add(slice);
            return new Slices(Collections.unmodifiableList(more));
        }

        private Set<String> names() {
            return Collections.unmodifiableSet(places.keySet());
        }

        /**
         * Where the state of this very definition is, or -1. Every write asks several times, so nothing is read of the
         * definitions, of which there are few.
         */
        private int placeOf(StoreDefinition<?> slice) {
            for (int i = 0; i < inOrder.length; i++) {
                if (inOrder[i] == slice) {
                    return i;
                }
            }
            return -1;
        }
    }
}
