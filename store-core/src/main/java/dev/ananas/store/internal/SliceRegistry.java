package dev.ananas.store.internal;

import dev.ananas.store.Slice;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.internal.action.Undoing;
import dev.ananas.store.internal.kernel.FirstStates;
import dev.ananas.store.internal.kernel.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * The slices in use. Reading it needs no lock; slices come and go under the writer lock, in which everything that a
 * slice is made of is set up together.
 */
final class SliceRegistry {

    private final Map<String, DefaultSlice<?>> slices = new ConcurrentHashMap<>();
    private final List<Consumer<DefaultSlice<?>>> extensions = new CopyOnWriteArrayList<>();
    private final Writer writer;
    private final FirstStates firstStates;

    SliceRegistry(Writer writer, FirstStates firstStates) {
        this.writer = writer;
        this.firstStates = firstStates;
    }

    <S> Slice<S> use(StoreDefinition<S> definition, DefaultStore store) {
        String what =
                "Slice \"" + Objects.requireNonNull(definition, "definition").name() + "\"";
        writer.refuseIfClosed(() -> what);
        DefaultSlice<S> found = find(definition);
        return found != null
                ? found
                : writer.setUp(what, () -> {
                    DefaultSlice<S> again = find(definition);
                    return again != null ? again : make(definition, store);
                });
    }

    private <S> DefaultSlice<S> make(StoreDefinition<S> definition, DefaultStore store) {
        writer.add(definition, () -> firstStates.of(definition));
        DefaultSlice<S> made = new DefaultSlice<>(definition, store);
        slices.put(definition.name(), made);
        try {
            extensions.forEach(extend -> extend.accept(made));
        } catch (Throwable e) {
            slices.remove(definition.name(), made);
            throw e;
        }
        return made;
    }

    /** Does something to each slice in use, in the order of first use, and to each that comes. */
    Disposable onEach(Consumer<DefaultSlice<?>> extend) {
        return writer.setUp("Extending slices", () -> {
            for (StoreDefinition<?> definition : writer.visible().definitions()) {
                DefaultSlice<?> slice = find(definition);
                if (slice != null) {
                    extend.accept(slice);
                }
            }
            extensions.add(extend);
            return new Undoing(() -> extensions.remove(extend));
        });
    }

    /** Takes a slice out. */
    void remove(DefaultSlice<?> slice) {
        writer.remove(slice.definition(), () -> slices.remove(slice.definition().name(), slice));
    }

    @SuppressWarnings("unchecked") // the slice of a definition has its type, and the definition is the same one
    private <S> @Nullable DefaultSlice<S> find(StoreDefinition<S> definition) {
        DefaultSlice<?> found = slices.get(definition.name());
        return found != null && found.definition() == definition ? (DefaultSlice<S>) found : null;
    }
}
