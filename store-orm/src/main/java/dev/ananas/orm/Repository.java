package dev.ananas.orm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.MorphRelation;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.ToManyRelation;
import dev.ananas.orm.query.ToOneRelation;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads and writes of one entity. Any thread; every write outside a transaction is one transition, inside one it joins it.
 * Input is never changed; answers are models as stored now, immutable. What does not fit the entity type is a
 * {@link dev.ananas.orm.model.DataException} inside a {@link dev.ananas.store.ActionFailedException}, and nothing is stored.
 *
 * <p>Data may be nested: related records under the name of their relation are saved with their owner, to any depth, and the
 * keys that connect them are filled in. Attributes that the entity does not declare are dropped.
 *
 * @param <M> model
 */
public interface Repository<M> {

    /** The entity type. */
    EntityType<M> type();

    /** A query over all models. */
    Query<M> query();

    /** All models in insertion order, without relations. */
    List<M> all();

    /**
     * All models as they are stored, in insertion order: before casts and get-mutators, with hidden attributes and timestamps.
     * For inspection and persistence; elsewhere use {@link #all()}.
     */
    List<M> stored();

    /**
     * The model of a key, without relations.
     *
     * @param key the key attribute's own value, or a {@link dev.ananas.orm.model.Key} if it is composite
     * @return the model, or empty; O(1)
     */
    Optional<M> find(Object key);

    /**
     * Saves a model: inserts it, or replaces the attributes of the stored one; loaded relations are saved with it.
     *
     * @return the model as it is stored now, with the relations it had; empty if it is new and a hook refused it
     */
    Optional<M> save(M model);

    /** Saves models in one transition; a record that occurs several times is merged in order. */
    List<M> saveAll(Collection<? extends M> models);

    /** Saves one record given by names; attributes that are not named keep their values. */
    Optional<M> saveMap(Map<String, ?> data);

    /** Saves records given by names; attributes that are not named keep their values. */
    List<M> saveMaps(Collection<? extends Map<String, ?>> data);

    /** Saves a JSON object or a list of them; attributes that the JSON does not name keep their values. */
    List<M> saveJson(String json);

    /** Saves a JSON object or a list of them; attributes that the JSON does not name keep their values. */
    List<M> saveJson(JsonNode json);

    /**
     * Saves a JSON list of any length in one transition, without holding the document in memory: all of it, or, if one
     * record is wrong, the JSON is malformed or the load is cancelled, nothing.
     *
     * <p>Other writers wait until it is done; readers do not. The stream is closed.
     *
     * @param records a list of objects, as UTF-8, UTF-16 or UTF-32 text
     * @param progress hears how far it is, and may cancel
     * @return how many records there were
     * @throws dev.ananas.store.ActionFailedException if it fails, with the JSON pointer of the record in its message; a
     *     {@link java.util.concurrent.CancellationException} is its cause if {@code progress} said so
     */
    long saveJson(InputStream records, LoadProgress progress);

    /** As {@link #saveJson(InputStream, LoadProgress)}, storing records as {@link #insertJson} does. */
    long insertJson(InputStream records, LoadProgress progress);

    /**
     * A model as JSON: its attributes, the relations that are loaded, and its pivot.
     *
     * @param model a model of this entity, from a query or made by hand
     * @return a new tree
     */
    JsonNode toJson(M model);

    /** Stores models as they are, replacing those with their keys entirely; relations are ignored. */
    List<M> insertAll(Collection<? extends M> models);

    /** As {@link #insertAll}, for one model. */
    M insert(M model);

    /** Stores records given by names, replacing those with their keys entirely; attributes not named take their defaults. */
    List<M> insertMaps(Collection<? extends Map<String, ?>> data);

    /** Stores a JSON object or a list of them, as {@link #insertMaps}. */
    List<M> insertJson(String json);

    /** Replaces everything in this entity by these models; relations are ignored. Every record is a new one to the hooks. */
    List<M> fresh(Collection<? extends M> models);

    /** As {@link #fresh}, for records given by names; attributes not named take their defaults. */
    List<M> freshMaps(Collection<? extends Map<String, ?>> data);

    /** As {@link #fresh}, without hooks. */
    List<M> freshRaw(Collection<? extends M> models);

    /** As {@link #freshMaps}, without hooks. */
    List<M> freshRawMaps(Collection<? extends Map<String, ?>> data);

    /** Stores a new record of defaults and generated ids. Empty if a hook refused it. */
    Optional<M> create();

    /** A record of defaults and generated ids that is not stored; no hooks. */
    M make();

    /**
     * A record that is not stored, with the related records that the data nests; no hooks, and no foreign keys are filled in.
     *
     * @param data values by name; what is not named takes its default or a generated id
     * @return the model
     * @throws dev.ananas.orm.model.DataException if the data does not fit
     */
    M make(Map<String, ?> data);

    /** As {@link #make(Map)}, for several records. */
    List<M> makeAll(Collection<? extends Map<String, ?>> data);

    /**
     * The first model whose attributes equal all of these, or a new one of both parts, in one step.
     *
     * @param attributes what to look for, null values included
     * @param values what a new record has besides; not looked at if there is a match
     * @return the model; empty if it is new and a hook refused it
     */
    Optional<M> firstOrCreate(Patch<M> attributes, Patch<M> values);

    /** As {@link #firstOrCreate(Patch, Patch)}, by names; {@code values} may nest related records. */
    Optional<M> firstOrCreate(Map<String, ?> attributes, Map<String, ?> values);

    /**
     * Saves values over the first model whose attributes equal all of these, or a new record of both parts, in one step.
     *
     * @param attributes what to look for, null values included
     * @param values what the model gets; its key stays
     * @return the model; empty if it is new and a hook refused it
     */
    Optional<M> updateOrCreate(Patch<M> attributes, Patch<M> values);

    /** As {@link #updateOrCreate(Patch, Patch)}, by names; {@code values} may nest related records. */
    Optional<M> updateOrCreate(Map<String, ?> attributes, Map<String, ?> values);

    /**
     * The stored record of a tree of keys, with the relations that the tree names, in its order. Nothing is asked but the keys:
     * what the tree nests is shown whether it is related or not.
     *
     * @param keys key attributes by name, and under the names of relations the same of related records
     * @return the model, or empty if it is not stored; missing related records are left out
     * @throws dev.ananas.orm.model.DataException if the key of a record is missing or does not fit
     */
    Optional<M> revive(Map<String, ?> keys);

    /** As {@link #revive(Map)}, for several records; missing ones are left out. */
    List<M> reviveAll(Collection<? extends Map<String, ?>> keys);

    /** As {@link #reviveAll}, for a JSON object or a list of them. */
    List<M> reviveJson(String json);

    /**
     * Loads relations on models that were read before.
     *
     * @param models models of this entity; they are not changed
     * @param clauses names the relations, as in {@code query -> query.with(User_.roles)}
     * @return the models as stored now, with these relations, in the same order; those that are gone are left out
     */
    List<M> load(Collection<? extends M> models, UnaryOperator<Query<M>> clauses);

    /**
     * This repository with another way to save nested records; {@link SaveMode#MERGE} unless asked.
     *
     * @param mode what saves do with related records that their data does not nest
     * @return a repository of the same database
     */
    Repository<M> mode(SaveMode mode);

    /**
     * What saving a model would change: its attributes, as the model has them, that differ from those of the stored record. What the
     * model does not show is no difference. Writes nothing.
     *
     * @param model a model of this entity, such as one that a form works on
     * @return a patch of these attributes, all of them if no record is stored under its key; empty if there are none
     */
    Patch<M> dirty(M model);

    /** Changes what the patch names. Empty if there is no such model. */
    Optional<M> update(Object key, Patch<M> patch);

    /**
     * Changes every model that a query matches, in one transition; the key cannot be changed. A generated attribute keeps its id
     * where the patch gives null, as in a save.
     *
     * @return the changed models in the order of the query, without relations
     */
    List<M> update(Query<M> query, Patch<M> patch);

    /** Deletes by key, with what its relations take along. Empty if there was none, or a hook refused it. */
    Optional<M> delete(Object key);

    /** As {@link #delete(Object)}, for every model that a query matches, in one transition; answers them in its order. */
    List<M> delete(Query<M> query);

    /** Deletes by keys in one transition; answers those that were there, in the order of the keys. */
    List<M> destroy(Collection<?> keys);

    /** Empties the entity, without hooks and referential actions; answers how many models there were. */
    int clear();

    /** The links of a many-to-many relation. */
    <R, P> Links<M, R, P> relation(PivotRelation<M, R, P> relation);

    /** The links of a hasMany, morphMany or hasManyBy relation. */
    <R> ManyLinks<M, R> relation(ToManyRelation<M, R> relation);

    /** The link of a belongsTo, hasOne or morphOne relation. */
    <R> OneLink<M, R> relation(ToOneRelation<M, R> relation);

    /** The link of a morphTo relation. */
    <R> OneLink<M, R> relation(MorphRelation<M, R> relation);

    /** The links of a relation to many records by name; calls with attributes of pivots need one with pivots. */
    Links<M, Row, Row> relation(String name);

    /** The link of a relation to one record by name. */
    OneLink<M, Row> toOne(String name);
}
