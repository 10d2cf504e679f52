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
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The way to a repository with methods of its own: a subclass adds what the application calls things, and everything else goes
 * to the repository it was made with.
 *
 * <pre>{@code
 * final class UserRepository extends ForwardingRepository<User> {
 *     UserRepository(Database db) {
 *         super(db.repository(User_.ENTITY));
 *     }
 *
 *     Query<User> active() {
 *         return query().where(User_.active.isTrue()).orderBy(User_.name);
 *     }
 * }
 * }</pre>
 *
 * <p>No method here calls another one, so overriding one changes that one alone: to check or change every record that is
 * stored, whatever the call, declare a hook. As safe for threads as the repository behind it.
 *
 * @param <M> model
 */
public abstract class ForwardingRepository<M> implements Repository<M> {
    private final Repository<M> repository;

    /**
     * Forwards to a repository.
     *
     * @param repository does the work, not null
     */
    protected ForwardingRepository(Repository<M> repository) {
        this.repository = Objects.requireNonNull(repository, "repository");
    }

    @Override
    public EntityType<M> type() {
        return repository.type();
    }

    @Override
    public Query<M> query() {
        return repository.query();
    }

    @Override
    public List<M> all() {
        return repository.all();
    }

    @Override
    public Optional<M> find(Object key) {
        return repository.find(key);
    }

    @Override
    public Optional<M> save(M model) {
        return repository.save(model);
    }

    @Override
    public List<M> saveAll(Collection<? extends M> models) {
        return repository.saveAll(models);
    }

    @Override
    public Optional<M> saveMap(Map<String, ?> data) {
        return repository.saveMap(data);
    }

    @Override
    public List<M> saveMaps(Collection<? extends Map<String, ?>> data) {
        return repository.saveMaps(data);
    }

    @Override
    public List<M> saveJson(String json) {
        return repository.saveJson(json);
    }

    @Override
    public List<M> saveJson(JsonNode json) {
        return repository.saveJson(json);
    }

    @Override
    public List<M> insertAll(Collection<? extends M> models) {
        return repository.insertAll(models);
    }

    @Override
    public M insert(M model) {
        return repository.insert(model);
    }

    @Override
    public List<M> insertMaps(Collection<? extends Map<String, ?>> data) {
        return repository.insertMaps(data);
    }

    @Override
    public List<M> insertJson(String json) {
        return repository.insertJson(json);
    }

    @Override
    public List<M> fresh(Collection<? extends M> models) {
        return repository.fresh(models);
    }

    @Override
    public List<M> freshMaps(Collection<? extends Map<String, ?>> data) {
        return repository.freshMaps(data);
    }

    @Override
    public List<M> freshRaw(Collection<? extends M> models) {
        return repository.freshRaw(models);
    }

    @Override
    public List<M> freshRawMaps(Collection<? extends Map<String, ?>> data) {
        return repository.freshRawMaps(data);
    }

    @Override
    public Optional<M> create() {
        return repository.create();
    }

    @Override
    public M make() {
        return repository.make();
    }

    @Override
    public M make(Map<String, ?> data) {
        return repository.make(data);
    }

    @Override
    public List<M> makeAll(Collection<? extends Map<String, ?>> data) {
        return repository.makeAll(data);
    }

    @Override
    public Optional<M> firstOrCreate(Patch<M> attributes, Patch<M> values) {
        return repository.firstOrCreate(attributes, values);
    }

    @Override
    public Optional<M> firstOrCreate(Map<String, ?> attributes, Map<String, ?> values) {
        return repository.firstOrCreate(attributes, values);
    }

    @Override
    public Optional<M> updateOrCreate(Patch<M> attributes, Patch<M> values) {
        return repository.updateOrCreate(attributes, values);
    }

    @Override
    public Optional<M> updateOrCreate(Map<String, ?> attributes, Map<String, ?> values) {
        return repository.updateOrCreate(attributes, values);
    }

    @Override
    public Optional<M> revive(Map<String, ?> keys) {
        return repository.revive(keys);
    }

    @Override
    public List<M> reviveAll(Collection<? extends Map<String, ?>> keys) {
        return repository.reviveAll(keys);
    }

    @Override
    public List<M> reviveJson(String json) {
        return repository.reviveJson(json);
    }

    @Override
    public List<M> load(Collection<? extends M> models, UnaryOperator<Query<M>> clauses) {
        return repository.load(models, clauses);
    }

    @Override
    public Repository<M> mode(SaveMode mode) {
        return repository.mode(mode);
    }

    @Override
    public Optional<M> update(Object key, Patch<M> patch) {
        return repository.update(key, patch);
    }

    @Override
    public List<M> update(Query<M> query, Patch<M> patch) {
        return repository.update(query, patch);
    }

    @Override
    public Optional<M> delete(Object key) {
        return repository.delete(key);
    }

    @Override
    public List<M> delete(Query<M> query) {
        return repository.delete(query);
    }

    @Override
    public List<M> destroy(Collection<?> keys) {
        return repository.destroy(keys);
    }

    @Override
    public int clear() {
        return repository.clear();
    }

    @Override
    public <R, P> Links<M, R, P> relation(PivotRelation<M, R, P> relation) {
        return repository.relation(relation);
    }

    @Override
    public <R> ManyLinks<M, R> relation(ToManyRelation<M, R> relation) {
        return repository.relation(relation);
    }

    @Override
    public <R> OneLink<M, R> relation(ToOneRelation<M, R> relation) {
        return repository.relation(relation);
    }

    @Override
    public <R> OneLink<M, R> relation(MorphRelation<M, R> relation) {
        return repository.relation(relation);
    }

    @Override
    public Patch<M> dirty(M model) {
        return repository.dirty(model);
    }

    @Override
    public OneLink<M, Row> toOne(String name) {
        return repository.toOne(name);
    }

    @Override
    public Links<M, Row, Row> relation(String name) {
        return repository.relation(name);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + repository + ")";
    }

    @Override
    public List<M> stored() {
        return repository.stored();
    }

    @Override
    public long saveJson(InputStream records, LoadProgress progress) {
        return repository.saveJson(records, progress);
    }

    @Override
    public long insertJson(InputStream records, LoadProgress progress) {
        return repository.insertJson(records, progress);
    }

    @Override
    public JsonNode toJson(M model) {
        return repository.toJson(model);
    }
}
