package dev.ananas.orm.load;

import dev.ananas.orm.Repository;
import dev.ananas.store.Store;
import dev.ananas.store.spi.StoreKernel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response of one request, stored at most once. */
final class StoredResponse<M> implements Response<M> {
    private final Store store;
    private final Repository<M> repository;
    private final Entry entry;
    private final Clock clock;
    private final LoadOptions options;
    private final @Nullable Object data;
    private List<M> entities = List.of();
    private boolean saved;
    private Optional<M> deleted = Optional.empty();
    private boolean gone;

    StoredResponse(
            Store store,
            Repository<M> repository,
            Entry entry,
            Clock clock,
            LoadOptions options,
            @Nullable Object data) {
        this.store = store;
        this.repository = repository;
        this.entry = entry;
        this.clock = clock;
        this.options = options;
        this.data = data;
    }

    /** What happens to a response when it arrives. */
    Response<M> arrived() {
        if (options.saves()) {
            entry.saving();
            if (options.delete() == null) {
                save();
            } else {
                delete();
            }
            StoreKernel kernel = StoreKernel.of(store);
            if (kernel.visible() != kernel.committed()) {
                entry.pending();
            }
        }
        return this;
    }

    @Override
    public @Nullable Object data() {
        return data;
    }

    @Override
    public synchronized List<M> entities() {
        return entities;
    }

    @Override
    public synchronized boolean isSaved() {
        return saved;
    }

    @Override
    public synchronized List<M> save() {
        if (!saved) {
            Payload payload = Payload.of(data, options);
            entities = store.transaction("load " + repository.type().name(), () -> {
                List<M> models = payload.persist(repository, options.persistBy());
                store.dispatch(new LoadMark(() -> entry.loaded(clock.instant())));
                return models;
            });
            saved = true;
        }
        return entities;
    }

    @Override
    public synchronized Optional<M> delete() {
        Object key = options.delete();
        if (key == null) {
            throw new IllegalStateException("This load of entity \""
                    + repository.type().name() + "\" has no key to delete; give it one with delete(...)");
        }
        if (!gone) {
            deleted = store.transaction("delete loaded " + repository.type().name(), () -> {
                Optional<M> model = repository.delete(key);
                store.dispatch(new LoadMark(() -> entry.loaded(clock.instant())));
                return model;
            });
            gone = true;
        }
        return deleted;
    }

    @Override
    public String toString() {
        return "Response[" + repository.type().name()
                + (isSaved() ? ", " + entities().size() + " saved]" : "]");
    }
}
