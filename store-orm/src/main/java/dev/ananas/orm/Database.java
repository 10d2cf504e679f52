package dev.ananas.orm;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.Answer;
import dev.ananas.store.Store;
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
        return builder(store).types(types).build();
    }

    /**
     * A database with more than entity types, such as hooks.
     *
     * @param store an open store that has no database yet
     * @return an empty builder
     */
    static DatabaseBuilder builder(Store store) {
        return new DatabaseBuilder(store);
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
