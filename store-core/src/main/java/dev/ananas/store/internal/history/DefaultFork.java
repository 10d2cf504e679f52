package dev.ananas.store.internal.history;

import dev.ananas.store.Conflict;
import dev.ananas.store.FieldChange;
import dev.ananas.store.Fork;
import dev.ananas.store.Replay;
import dev.ananas.store.Rewrite;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import dev.ananas.store.internal.timeline.TreeReplay;
import dev.ananas.store.internal.timeline.TreeRewrite;
import dev.ananas.store.spi.StoreKernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A fork: the tree it began with, and a store on it. */
public final class DefaultFork implements Fork {

    private final Store base;
    private final StateTree begin;
    private final Store store;
    private final ComputedStream<Boolean> dirty;
    private volatile @Nullable Function<? super Fork, List<FieldError>> check;

    public DefaultFork(Store base, StateTree begin, Store store) {
        this.base = base;
        this.begin = begin;
        this.store = store;
        StoreKernel kernel = StoreKernel.of(store);
        this.dirty = new ComputedStream<>(() -> isDirty(kernel.committed()), Boolean::equals);
        kernel.attach(dirty);
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public boolean isDirty() {
        return isDirty(store.state());
    }

    private boolean isDirty(StateTree tree) {
        List<FieldChange> found = new ArrayList<>(1);
        differences(tree, found::add);
        return !found.isEmpty();
    }

    @Override
    public Flux<Boolean> dirty() {
        return StoreKernel.of(store).flux(dirty);
    }

    @Override
    public List<FieldChange> changes() {
        List<FieldChange> found = new ArrayList<>();
        differences(store.state(), found::add);
        return found;
    }

    private void differences(StateTree now, Consumer<FieldChange> into) {
        for (StoreDefinition<?> slice : begin.definitions()) {
            differences(slice, now, into);
        }
    }

    private <S> void differences(StoreDefinition<S> slice, StateTree now, Consumer<FieldChange> into) {
        S before = begin.get(slice);
        S after = now.get(slice);
        if (before != after) {
            slice.applier().differences(before, after, into);
        }
    }

    @Override
    public Map<String, FieldChange> dirtyFields(String table, Object key) {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
        Map<String, FieldChange> fields = new LinkedHashMap<>();
        for (FieldChange change : changes()) {
            if (change.field() != null
                    && change.table().equals(table)
                    && change.key().equals(key)) {
                fields.put(change.field(), change);
            }
        }
        return fields;
    }

    @Override
    public Fork validatedBy(Function<? super Fork, List<FieldError>> newCheck) {
        check = Objects.requireNonNull(newCheck, "check");
        return this;
    }

    @Override
    public List<Conflict> conflicts() {
        List<Conflict> found = new ArrayList<>();
        TreeReplay.merged(begin, store.state(), base.state(), Replay.Rule.THEIRS, found::add);
        return found;
    }

    @Override
    public Outcome commit(String label, Strategy strategy) {
        Objects.requireNonNull(strategy, "strategy");
        if (store.isClosed()) {
            throw new StoreException("This fork is closed: it was committed or discarded; fork the store again");
        }
        Function<? super Fork, List<FieldError>> checking = check;
        List<FieldError> errors = checking == null ? List.of() : checking.apply(this);
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        TreeRewrite rewrite = new TreeRewrite(
                Rewrite.Kind.COMMIT, label, (tree, conflicts) -> merged(tree, strategy, conflicts), tree -> {});
        base.dispatch(rewrite);
        if (rewrite.result() == null) {
            throw new StoreException("The commit \"" + label + "\" did not reach the store: a middleware dropped it");
        }
        if (strategy == Strategy.FAIL && !rewrite.conflicts().isEmpty()) {
            return new Refused(rewrite.conflicts());
        }
        close();
        return new Committed(base.version(), rewrite.conflicts());
    }

    private StateTree merged(StateTree tree, Strategy strategy, Consumer<Conflict> conflicts) {
        Replay.Rule rule = strategy == Strategy.MINE ? Replay.Rule.OURS : Replay.Rule.THEIRS;
        List<Conflict> found = new ArrayList<>();
        StateTree merged = TreeReplay.merged(begin, store.state(), tree, rule, found::add);
        found.forEach(conflicts);
        return strategy == Strategy.FAIL && !found.isEmpty() ? tree : merged;
    }

    @Override
    public void discard() {
        close();
    }

    @Override
    public void close() {
        store.close();
    }
}
