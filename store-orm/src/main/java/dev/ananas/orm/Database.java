package dev.ananas.orm;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.LiveDescription;
import dev.ananas.store.Fork;
import dev.ananas.store.Store;
import dev.ananas.store.snapshot.SnapshotSection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.util.function.Tuple2;
import reactor.util.function.Tuple3;
import reactor.util.function.Tuple4;
import reactor.util.function.Tuples;

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
     * Gives a record another key, such as the one a server made for a temporary one, and lets everything follow that refers
     * to it: foreign keys, pivots, polymorphic relations, lists of keys. One transition without hooks; records keep their
     * places. O(what refers to the record). Undo of what was written under the former key finds the record under the new one.
     *
     * @param temporary the key of a stored record
     * @param real the key it takes, in the form that {@link Repository#find} takes
     * @return the record by now, without relations
     * @throws dev.ananas.store.ActionFailedException if there is no such record, or the key is taken; nothing changed then
     */
    <M> M replaceKey(EntityType<M> type, Object temporary, Object real);

    /**
     * The same entities in a fork of this database's store: repositories and live queries on what the fork has.
     *
     * @param fork an open fork of {@link #store()}
     * @return a database that ends with the fork
     * @throws dev.ananas.store.StoreException if the fork is one of another store
     */
    Database in(Fork fork);

    /**
     * Two answers of one version, whenever one of them changes.
     *
     * @param first an answer of this database
     * @param second an answer of this database
     * @return a cold stream that never pairs answers of different versions
     */
    @SuppressWarnings("unchecked") // the answers come in the order in which they were asked for
    default <A, B> Flux<Tuple2<A, B>> live(Answer<A> first, Answer<B> second) {
        return live(List.of(first, second)).map(all -> Tuples.of((A) all.get(0), (B) all.get(1)));
    }

    /**
     * Three answers of one version, whenever one of them changes.
     *
     * @param first an answer of this database
     * @param second an answer of this database
     * @param third an answer of this database
     * @return a cold stream that never mixes answers of different versions
     */
    @SuppressWarnings("unchecked") // the answers come in the order in which they were asked for
    default <A, B, C> Flux<Tuple3<A, B, C>> live(Answer<A> first, Answer<B> second, Answer<C> third) {
        return live(List.of(first, second, third))
                .map(all -> Tuples.of((A) all.get(0), (B) all.get(1), (C) all.get(2)));
    }

    /**
     * Four answers of one version, whenever one of them changes.
     *
     * @param first an answer of this database
     * @param second an answer of this database
     * @param third an answer of this database
     * @param fourth an answer of this database
     * @return a cold stream that never mixes answers of different versions
     */
    @SuppressWarnings("unchecked") // the answers come in the order in which they were asked for
    default <A, B, C, D> Flux<Tuple4<A, B, C, D>> live(
            Answer<A> first, Answer<B> second, Answer<C> third, Answer<D> fourth) {
        return live(List.of(first, second, third, fourth))
                .map(all -> Tuples.of((A) all.get(0), (B) all.get(1), (C) all.get(2), (D) all.get(3)));
    }

    /**
     * Any number of answers of one version, whenever one of them changes: one emission per transition that changed any of
     * them, none otherwise; a slow subscriber gets the latest. An answer that did not change keeps its reference.
     *
     * @param <T> what the answers have in common
     * @param answers answers of this database
     * @return a cold stream of immutable lists, each with the answers in the given order, all of one version
     */
    <T> Flux<List<T>> live(List<? extends Answer<? extends T>> answers);

    /**
     * The rows of all entities as a part of {@link dev.ananas.store.snapshot.Snapshots}: values as stored, insertion order,
     * timestamps and the numbers that ids are counted from, read and written through the entity types. Hooks do not run when they
     * are restored. An attribute that a row of the snapshot does not have gets its default, one that its entity does not have is
     * dropped and told in {@link dev.ananas.store.snapshot.Restored#dropped}. {@link EntityMigration} has migrations.
     *
     * @return the section, to be added with {@code section(...)}
     */
    SnapshotSection snapshot();

    /**
     * What the live queries consist of, and what the last transition did to them: answers why a query told its answer again,
     * and what keeps memory. Waits for a running writer. Costs a walk over what is open.
     *
     * @return a snapshot that prints well
     */
    LiveDescription describe();
}
