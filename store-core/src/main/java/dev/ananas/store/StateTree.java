package dev.ananas.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The immutable state of a store at one version: a state for every slice used so far.
 *
 * <p>Any thread may read a tree at any time without a lock. Reading is O(1); what changes a tree copies one map of
 * slices, of which there are few.
 */
public final class StateTree {

    static final StateTree EMPTY = new StateTree(new LinkedHashMap<>());

    private final Map<String, SliceState<?>> slices;

    private StateTree(Map<String, SliceState<?>> slices) {
        this.slices = Collections.unmodifiableMap(slices);
    }

    /**
     * The state of a slice in this tree.
     *
     * @throws StoreException if this tree does not have the slice: it was not used by then
     */
    public <S> S get(StoreDefinition<S> slice) {
        SliceState<S> found = find(slice);
        if (found == null) {
            throw new StoreException("Slice \"" + slice.name() + "\" is not in this state tree (slices: "
                    + String.join(", ", slices.keySet()) + "); call store.use(...) with its definition first");
        }
        return found.state();
    }

    /** Whether this tree has the slice of this very definition. */
    public boolean contains(StoreDefinition<?> slice) {
        return find(slice) != null;
    }

    /** The names of the slices, in the order of first use. */
    public Set<String> slices() {
        return slices.keySet();
    }

    /** This tree with another state of a slice; this very tree if the state is the same reference. */
    <S> StateTree with(StoreDefinition<S> slice, S state) {
        SliceState<S> found = find(slice);
        if (found != null && found.state() == state) {
            return this;
        }
        Map<String, SliceState<?>> next = new LinkedHashMap<>(slices);
        next.put(slice.name(), new SliceState<>(slice, state));
        return new StateTree(next);
    }

    /** This tree with the slices of another that it lacks. */
    StateTree withMissingFrom(StateTree other) {
        if (slices.keySet().containsAll(other.slices.keySet())) {
            return this;
        }
        Map<String, SliceState<?>> next = new LinkedHashMap<>(slices);
        other.slices.forEach(next::putIfAbsent);
        return new StateTree(next);
    }

    /** The names of the slices whose state is another reference than before. */
    List<String> changedSince(StateTree before) {
        List<String> changed = new ArrayList<>();
        slices.forEach((name, slice) -> {
            SliceState<?> earlier = before.slices.get(name);
            if (earlier == null || earlier.state() != slice.state()) {
                changed.add(name);
            }
        });
        return changed;
    }

    /** Adds the row changes of one slice from a tree that has it to this one. */
    void track(String slice, StateTree before, ChangeSet.Builder into) {
        Objects.requireNonNull(slices.get(slice), slice).track(before, into);
    }

    @SuppressWarnings("unchecked") // a slice state holds the S of its definition, and the definition is this one
    private <S> @Nullable SliceState<S> find(StoreDefinition<S> slice) {
        SliceState<?> found = slices.get(slice.name());
        return found != null && found.definition() == slice ? (SliceState<S>) found : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("StateTree{");
        slices.forEach((name, slice) -> text.append(text.length() == 10 ? "" : ", ")
                .append(name)
                .append('=')
                .append(slice.state()));
        return text.append('}').toString();
    }

    private record SliceState<S>(StoreDefinition<S> definition, S state) {

        void track(StateTree before, ChangeSet.Builder into) {
            definition.track(before.get(definition), state, into);
        }
    }
}
