package dev.ananas.store.internal.selector;

import dev.ananas.store.Selector;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Transition;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The subscribed selectors, indexed by the slices they read: a transition that touches one slice costs nothing for
 * the selectors of the others. Guarded by the writer lock.
 */
public final class SelectorStreams implements Settler {

    private final Map<Selector<?>, LiveSelector<?>> live = new HashMap<>();
    private final Map<String, Set<LiveSelector<?>>> bySlice = new HashMap<>();
    private final LiveInputs inputs;
    private final SelectorCache cache;
    private final Supplier<Committed> committed;

    /**
     * Makes none.
     *
     * @param home the store whose readings are kept up to date by settlers, which have to settle before this
     */
    public SelectorStreams(Object home, SelectorCache cache, Supplier<Committed> committed) {
        this.inputs = new LiveInputs(home);
        this.cache = cache;
        this.committed = committed;
    }

    public <T> LiveSource<Versioned<T>> source(Selector<T> selector) {
        return new LiveSource<>() {
            @Override
            public Versioned<T> open(LiveSlot<Versioned<T>> slot) {
                LiveSelector<T> opened = find(selector);
                opened.add(slot);
                return new Versioned<>(committed.get().version(), opened.last());
            }

            @Override
            public void close(LiveSlot<Versioned<T>> slot) {
                LiveSelector<?> opened = live.get(selector);
                if (opened != null && opened.removeLast(slot)) {
                    forget(selector, opened);
                }
            }
        };
    }

    @Override
    public void settle(Transition transition, Publication publication) {
        if (live.isEmpty()) {
            return;
        }
        Set<LiveSelector<?>> affected = new LinkedHashSet<>();
        for (String slice : transition.after().changedSince(transition.before())) {
            Set<LiveSelector<?>> reading = bySlice.get(slice);
            if (reading != null) {
                affected.addAll(reading);
            }
        }
        Committed now = new Committed(transition.version(), transition.after());
        inputs.teach(cache, now);
        affected.forEach(selector -> selector.settle(cache, now, publication));
    }

    @Override
    public void close() {
        live.clear();
        bySlice.clear();
        inputs.clear();
    }

    @SuppressWarnings("unchecked") // a selector maps to a live one of its own type
    private <T> LiveSelector<T> find(Selector<T> selector) {
        LiveSelector<?> found = live.get(selector);
        if (found != null) {
            return (LiveSelector<T>) found;
        }
        LiveSelector<T> made = opened(selector);
        live.put(selector, made);
        for (StoreDefinition<?> slice : selector.slices()) {
            bySlice.computeIfAbsent(slice.name(), name -> new LinkedHashSet<>()).add(made);
        }
        return made;
    }

    private <T> LiveSelector<T> opened(Selector<T> selector) {
        List<LiveInput<?>> used = inputs.use(selector);
        try {
            inputs.teach(cache, committed.get());
            return new LiveSelector<>(selector, used, cache.read(selector, committed.get()));
        } catch (RuntimeException | Error e) {
            inputs.leave(used);
            throw e;
        }
    }

    private void forget(Selector<?> selector, LiveSelector<?> idle) {
        inputs.leave(idle.inputs());
        live.remove(selector);
        for (StoreDefinition<?> slice : selector.slices()) {
            Set<LiveSelector<?>> reading = bySlice.get(slice.name());
            if (reading != null && reading.remove(idle) && reading.isEmpty()) {
                bySlice.remove(slice.name());
            }
        }
    }
}
