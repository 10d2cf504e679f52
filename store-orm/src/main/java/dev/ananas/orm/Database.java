package dev.ananas.orm;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.Answer;
import dev.ananas.store.Store;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.util.function.Tuple2;

/** The entity tables of one store. Any thread. Ends with its store. */
public interface Database {

    /**
     * Opens the tables of these entity types in a store.
     *
     * @param store an open store that has no database yet
     * @param types every entity type, in any order
     * @return the database
     * @throws dev.ananas.orm.model.SchemaException with every fault of the schema
     */
    static Database on(Store store, EntityType<?>... types) {
        return on(store, Clock.systemUTC(), types);
    }

    /**
     * As {@link #on(Store, EntityType[])} with a clock of one's own.
     *
     * @param store an open store that has no database yet
     * @param clock tells when records are stored, for entities that keep timestamps
     * @param types every entity type, in any order
     * @return the database
     * @throws dev.ananas.orm.model.SchemaException with every fault of the schema
     */
    static Database on(Store store, Clock clock, EntityType<?>... types) {
        return new StoreDatabase(store, clock, List.of(types));
    }

    /** The entry point to one entity; the same instance for the same type. */
    <M> Repository<M> repository(EntityType<M> type);

    /** The store in which the tables are. */
    Store store();

    /**
     * Two answers of one version, whenever one of them changes.
     *
     * @param first an answer of this database
     * @param second an answer of this database
     * @return a cold stream that never pairs answers of different versions
     */
    <A, B> Flux<Tuple2<A, B>> live(Answer<A> first, Answer<B> second);
}
