package dev.ananas.orm.load;

import dev.ananas.orm.Database;
import dev.ananas.orm.model.EntityType;
import dev.ananas.store.Store;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Loads records from elsewhere into a database: runs a request, finds the records in its answer, stores them in one transaction, and
 * remembers what was loaded when. It knows nothing of HTTP; whatever gives a {@link Publisher} or can be called is a source.
 *
 * <p>An answer is a model, a {@link Map} by attribute names, JSON as a text or a tree, or a collection of these; a {@code Flux} is the
 * list of what it emits, and an empty one or an empty {@code Mono} has no records. Any thread. Options are those of {@link LoadOptions}, per
 * request, per entity, and for all.
 */
public final class EntityLoader {
    private final Database database;
    private final Clock clock;
    private final LoadOptions options;
    private final Map<String, LoadOptions> byEntity;
    private final Map<String, EntityType<?>> types = new ConcurrentHashMap<>();
    private final Map<Object, Entry> entries = new ConcurrentHashMap<>();

    private EntityLoader(Builder builder) {
        this.database = builder.database;
        this.clock = builder.clock;
        this.options = builder.options;
        this.byEntity = new HashMap<>(builder.byEntity);
        database.store().use(LoadMark.SLICE);
    }

    /** Begins a loader. */
    public static Builder of(Database database) {
        return new Builder(Objects.requireNonNull(database, "database"));
    }

    /**
     * A load of records from a stream.
     *
     * @param type the entity of the records; others may be nested in them
     * @param source makes the request anew each time
     * @throws IllegalArgumentException if the entity is not in the database
     */
    public <M> Load<M> load(EntityType<M> type, Supplier<? extends Publisher<?>> source) {
        Objects.requireNonNull(source, "source");
        database.repository(type);
        types.put(type.name(), type);
        Entry unnamed = new Entry(source, type.name());
        return new Load<>(this, type.name(), null, unnamed, List.of(), LoadOptions.none(), source);
    }

    /**
     * A load of records from a call that blocks, made on a thread for such calls and interrupted if it is cancelled.
     *
     * @param type the entity of the records; others may be nested in them
     * @param source makes the request anew each time; null stands for no records
     * @throws IllegalArgumentException if the entity is not in the database
     */
    public <M> Load<M> loadBlocking(EntityType<M> type, Callable<?> source) {
        Objects.requireNonNull(source, "source");
        return load(type, () -> Mono.<Object>fromCallable(source).subscribeOn(Schedulers.boundedElastic()));
    }

    /**
     * Says that what was loaded under a key is not fresh any more. Loads somebody watches are made again at once.
     *
     * @param key the key of loads; unknown ones are ignored
     */
    public void invalidate(Object key) {
        Entry entry = entries.get(Objects.requireNonNull(key, "key"));
        if (entry != null) {
            entry.invalidate();
        }
    }

    /** As {@link #invalidate}, for all loads with a tag. O(keys). */
    public void invalidateTag(String tag) {
        Objects.requireNonNull(tag, "tag");
        entries.values().stream().filter(entry -> entry.hasTag(tag)).forEach(Entry::invalidate);
    }

    /** As {@link #invalidate}, for all loads. O(keys). */
    public void invalidateAll() {
        entries.values().forEach(Entry::invalidate);
    }

    /**
     * Forgets what is known of a key, for keys that do not come again: an age and a state stay in memory otherwise. The records stay.
     *
     * @param key the key of loads that nobody watches
     */
    public void forget(Object key) {
        entries.remove(Objects.requireNonNull(key, "key"));
    }

    Entry entry(Object key, String entity, List<String> tags) {
        Entry entry =
                entries.computeIfAbsent(key, unused -> new Entry(key, entity)).of(entity);
        entry.tag(tags);
        return entry;
    }

    LoadOptions options(String entity) {
        return options.with(byEntity.getOrDefault(entity, LoadOptions.none()));
    }

    @SuppressWarnings("unchecked") // an entity type is kept by its name
    <M> StoredResponse<M> response(String entity, Entry entry, LoadOptions all, @Nullable Object data) {
        EntityType<M> type = (EntityType<M>) Objects.requireNonNull(types.get(entity));
        return new StoredResponse<>(store(), database.repository(type), entry, clock, all, data);
    }

    Clock clock() {
        return clock;
    }

    Store store() {
        return database.store();
    }

    /** Builds a loader. Not safe for use by several threads. */
    public static final class Builder {
        private final Database database;
        private final Map<String, LoadOptions> byEntity = new HashMap<>();
        private LoadOptions options = LoadOptions.none();
        private Clock clock = Clock.systemUTC();

        private Builder(Database database) {
            this.database = database;
        }

        /** Sets options of all loads. */
        public Builder options(UnaryOperator<LoadOptions> more) {
            options = more.apply(options);
            return this;
        }

        /** Sets options of the loads of one entity, which win over those of all loads. */
        public Builder options(EntityType<?> type, UnaryOperator<LoadOptions> more) {
            byEntity.put(type.name(), more.apply(byEntity.getOrDefault(type.name(), LoadOptions.none())));
            return this;
        }

        /** Tells how old something is; the system's clock unless called. */
        public Builder clock(Clock timekeeper) {
            clock = Objects.requireNonNull(timekeeper, "timekeeper");
            return this;
        }

        /**
         * The loader.
         *
         * @throws dev.ananas.store.StoreClosedException if the store is closed
         */
        public EntityLoader build() {
            return new EntityLoader(this);
        }
    }
}
