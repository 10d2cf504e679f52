package dev.ananas.orm;

import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Hooks;
import dev.ananas.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Collects what a database consists of; {@link Database#builder} makes one. Not safe for use by several threads.
 *
 * <p>The hooks of one record run in this order: those declared with its entity type, those added here for its entity, those
 * added here for all entities. A record of a case is one of its base, too: the hooks of the base come before those of the case.
 */
public final class DatabaseBuilder {
    private final Store store;
    private final List<EntityType<?>> types = new ArrayList<>();
    private final Map<String, Hooks<Object>> hooksByEntity = new HashMap<>();
    private Hooks<Object> hooks = Hooks.none();
    private Clock clock = Clock.systemUTC();

    DatabaseBuilder(Store store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    /** Adds entity types, in any order. */
    public DatabaseBuilder types(EntityType<?>... more) {
        types.addAll(List.of(more));
        return this;
    }

    /**
     * Adds hooks for the records of one entity, for instance of an entity type that is a constant and knows nothing of the
     * application.
     *
     * @param type an entity type of this database
     * @param more takes no hooks, and answers those to be added
     * @return this builder
     */
    @SuppressWarnings("unchecked") // the records of an entity are its models, so its hooks may run on any of them
    public <M> DatabaseBuilder hooks(EntityType<M> type, UnaryOperator<Hooks<M>> more) {
        hooksByEntity.merge(type.name(), (Hooks<Object>) more.apply(Hooks.none()), Hooks::and);
        return this;
    }

    /**
     * Adds hooks for the records of all entities, those of pivots included.
     *
     * @param more takes no hooks, and answers those to be added
     * @return this builder
     */
    public DatabaseBuilder hooks(UnaryOperator<Hooks<Object>> more) {
        hooks = hooks.and(more.apply(Hooks.none()));
        return this;
    }

    /**
     * Tells when records are stored, for entities that keep timestamps; the system's clock unless called.
     *
     * @param timekeeper a clock
     * @return this builder
     */
    public DatabaseBuilder clock(Clock timekeeper) {
        clock = Objects.requireNonNull(timekeeper, "timekeeper");
        return this;
    }

    /**
     * Opens the tables.
     *
     * @return the database
     * @throws dev.ananas.orm.model.SchemaException with every fault of the schema
     * @throws dev.ananas.store.StoreException if the store has a database already
     */
    public Database build() {
        for (String entity : hooksByEntity.keySet()) {
            if (types.stream().noneMatch(type -> type.name().equals(entity))) {
                throw new IllegalArgumentException("Hooks were added for entity \"" + entity
                        + "\", which is not among the types of this database; add it with types(...)");
            }
        }
        Map<String, Hooks<Object>> byEntity = Map.copyOf(hooksByEntity);
        Hooks<Object> forAll = hooks;
        Schema schema = Schema.of(List.copyOf(types), lineage -> {
            Hooks<Object> all = Schema.own(lineage);
            for (EntityType<?> type : lineage) {
                all = all.and(byEntity.getOrDefault(type.name(), Hooks.none()));
            }
            return all.and(forAll);
        });
        return new StoreDatabase(store, schema, clock);
    }
}
