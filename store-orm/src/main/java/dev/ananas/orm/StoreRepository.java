package dev.ananas.orm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.codec.Json;
import dev.ananas.orm.internal.codec.ModelJson;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.write.Choice;
import dev.ananas.orm.internal.write.InsertCommand.Kind;
import dev.ananas.orm.internal.write.Making;
import dev.ananas.orm.internal.write.Writes;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.MorphRelation;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.ToManyRelation;
import dev.ananas.orm.query.ToOneRelation;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The records of one entity: reads them from the tables, and hands what is to be written to {@link RepositoryCommands}. */
final class StoreRepository<M> implements Repository<M> {
    private final StoreDatabase database;
    private final EntityType<M> type;
    private final EntitySchema entity;
    private final TableSchema table;
    private final Writes writes;
    private final RecordStreams streams;
    private final RepositoryCommands<M> commands;
    private final SaveMode mode;
    private final Given given;

    StoreRepository(StoreDatabase database, EntityType<M> type, EntitySchema entity, SaveMode mode) {
        this.database = database;
        this.type = type;
        this.entity = entity;
        this.table = entity.table();
        this.writes = new Writes(database::write, database.tables().schema(), database.clock()::millis);
        this.commands = new RepositoryCommands<>(entity, writes, mode);
        this.mode = mode;
        this.given = new Given(entity, type.model());
        this.streams = new RecordStreams(entity, database::write, writes::ids);
    }

    @Override
    public EntityType<M> type() {
        return type;
    }

    @Override
    public Query<M> query() {
        return Query.over(type.name(), database);
    }

    @Override
    public List<M> all() {
        return all(this::shown);
    }

    @Override
    public List<M> stored() {
        return all(TableRow::model);
    }

    private Object shown(TableRow row) {
        return entity.shown(row.read());
    }

    private List<M> all(Function<TableRow, Object> form) {
        List<TableRow> rows = new ArrayList<>();
        database.tables().table(table).rows().forEach(rows::add);
        rows.removeIf(row -> !entity.admits(row.model()));
        rows.sort(TableRow.BY_SEQ);
        List<Object> models = new ArrayList<>(rows.size());
        rows.forEach(row -> models.add(form.apply(row)));
        return database.retrieving().retrieved(table, commands.typed(models));
    }

    @Override
    public Optional<M> find(Object key) {
        TableRow row = database.tables().table(table).get(Keys.stored(table, key));
        Optional<M> found =
                row == null || !entity.admits(row.model()) ? Optional.empty() : Optional.of(model(shown(row)));
        return database.retrieving().retrieved(table, found);
    }

    @Override
    public Optional<M> save(M model) {
        return first(saveAll(List.of(model)));
    }

    @Override
    public List<M> saveAll(Collection<? extends M> models) {
        return commands.saveModels(() -> given.models(models));
    }

    @Override
    public Optional<M> saveMap(Map<String, ?> data) {
        return first(commands.save(() -> List.of(InputReader.record(entity, data))));
    }

    @Override
    public List<M> saveMaps(Collection<? extends Map<String, ?>> data) {
        return commands.save(() -> InputReader.records(entity, data));
    }

    @Override
    public List<M> saveJson(String json) {
        return commands.save(() -> given.json(Json.parse(json), true));
    }

    @Override
    public List<M> saveJson(JsonNode json) {
        return commands.save(() -> given.json(json, true));
    }

    @Override
    public long saveJson(InputStream records, LoadProgress progress) {
        return streams.save(records, progress);
    }

    @Override
    public long insertJson(InputStream records, LoadProgress progress) {
        return streams.insert(records, progress);
    }

    @Override
    public JsonNode toJson(M model) {
        return ModelJson.tree(table, model);
    }

    @Override
    public List<M> insertAll(Collection<? extends M> models) {
        return commands.store(Kind.INSERT, () -> given.models(models));
    }

    @Override
    public M insert(M model) {
        return first(insertAll(List.of(model))).orElse(model);
    }

    @Override
    public List<M> insertMaps(Collection<? extends Map<String, ?>> data) {
        return commands.store(Kind.INSERT, () -> InputReader.flat(entity, data));
    }

    @Override
    public List<M> insertJson(String json) {
        return commands.store(Kind.INSERT, () -> given.json(Json.parse(json), false));
    }

    @Override
    public List<M> fresh(Collection<? extends M> models) {
        return commands.store(Kind.FRESH, () -> given.models(models));
    }

    @Override
    public List<M> freshMaps(Collection<? extends Map<String, ?>> data) {
        return commands.store(Kind.FRESH, () -> InputReader.flat(entity, data));
    }

    @Override
    public List<M> freshRaw(Collection<? extends M> models) {
        return commands.store(Kind.RAW_FRESH, () -> given.models(models));
    }

    @Override
    public List<M> freshRawMaps(Collection<? extends Map<String, ?>> data) {
        return commands.store(Kind.RAW_FRESH, () -> InputReader.flat(entity, data));
    }

    @Override
    public Optional<M> create() {
        return first(commands.store(Kind.CREATE, () -> InputReader.flat(entity, List.of(Map.of()))));
    }

    @Override
    public M make() {
        return make(Map.of());
    }

    @Override
    public M make(Map<String, ?> data) {
        return makeAll(List.of(data)).get(0);
    }

    @Override
    public List<M> makeAll(Collection<? extends Map<String, ?>> data) {
        return commands.typed(Making.models(database.tables(), InputReader.records(entity, data), writes.ids()));
    }

    @Override
    public Optional<M> firstOrCreate(Patch<M> attributes, Patch<M> values) {
        return findOrSave(attributes, values, false);
    }

    @Override
    public Optional<M> firstOrCreate(Map<String, ?> attributes, Map<String, ?> values) {
        return findOrSave(Patch.of(attributes), Patch.of(values), false);
    }

    @Override
    public Optional<M> updateOrCreate(Patch<M> attributes, Patch<M> values) {
        return findOrSave(attributes, values, true);
    }

    @Override
    public Optional<M> updateOrCreate(Map<String, ?> attributes, Map<String, ?> values) {
        return findOrSave(Patch.of(attributes), Patch.of(values), true);
    }

    @Override
    public Optional<M> revive(Map<String, ?> keys) {
        return first(reviveAll(List.of(keys)));
    }

    @Override
    public List<M> reviveAll(Collection<? extends Map<String, ?>> keys) {
        return commands.typed(Making.revived(database.tables(), InputReader.records(entity, keys)));
    }

    @Override
    public List<M> reviveJson(String json) {
        return commands.typed(Making.revived(database.tables(), given.json(Json.parse(json), true)));
    }

    @Override
    public List<M> load(Collection<? extends M> models, UnaryOperator<Query<M>> clauses) {
        List<Object> keys = new ArrayList<>(models.size());
        for (Object model : given.models(models)) {
            Object key = table.keyOf(model);
            if (key != null) {
                keys.add(key);
            }
        }
        return clauses.apply(query()).find(keys).get();
    }

    @Override
    public Repository<M> mode(SaveMode other) {
        return new StoreRepository<>(database, type, entity, Objects.requireNonNull(other, "mode"));
    }

    @Override
    public Optional<M> update(Object key, Patch<M> patch) {
        return first(commands.update(() -> keys(List.of(key)), patch));
    }

    @Override
    public List<M> update(Query<M> query, Patch<M> patch) {
        return commands.update(() -> choice(query), patch);
    }

    @Override
    public Optional<M> delete(Object key) {
        return first(destroy(List.of(key)));
    }

    @Override
    public List<M> delete(Query<M> query) {
        return commands.delete(() -> choice(query));
    }

    @Override
    public List<M> destroy(Collection<?> keys) {
        return commands.delete(() -> keys(keys));
    }

    @Override
    public int clear() {
        return commands.clear();
    }

    @Override
    public <R, P> Links<M, R, P> relation(PivotRelation<M, R, P> relation) {
        return StoreLinks.of(writes, entity, StoreLinks.named(entity, relation));
    }

    @Override
    public <R> ManyLinks<M, R> relation(ToManyRelation<M, R> relation) {
        return StoreLinks.<M, R, Row>of(writes, entity, StoreLinks.named(entity, relation));
    }

    @Override
    public <R> OneLink<M, R> relation(ToOneRelation<M, R> relation) {
        return StoreOneLink.of(writes, entity, StoreLinks.named(entity, relation));
    }

    @Override
    public <R> OneLink<M, R> relation(MorphRelation<M, R> relation) {
        return StoreOneLink.of(writes, entity, StoreLinks.named(entity, relation));
    }

    @Override
    public Links<M, Row, Row> relation(String name) {
        return StoreLinks.of(writes, entity, name);
    }

    @Override
    public Patch<M> dirty(M model) {
        return given.dirty(database.tables(), given.models(List.of(model)).get(0));
    }

    @Override
    public OneLink<M, Row> toOne(String name) {
        return StoreOneLink.of(writes, entity, name);
    }

    private Choice choice(Query<M> query) {
        return Choices.matching(database.planner(), entity, query);
    }

    private Choice keys(Collection<?> keys) {
        return Choices.of(entity, keys);
    }

    private Optional<M> findOrSave(Patch<M> attributes, Patch<M> values, boolean updates) {
        Query<M> query = query().limit(1);
        for (Map.Entry<String, @Nullable Object> wanted : attributes.values().entrySet()) {
            query = query.where(wanted.getKey(), "=", wanted.getValue());
        }
        return first(commands.findOrSave(choice(query), attributes, values, updates));
    }

    private static <M> Optional<M> first(List<M> models) {
        return models.isEmpty() ? Optional.empty() : Optional.of(models.get(0));
    }

    @SuppressWarnings("unchecked")
    private M model(Object stored) {
        return (M) stored;
    }

    @Override
    public String toString() {
        return "Repository(" + entity.name() + (mode == SaveMode.SYNC ? ", SYNC)" : ")");
    }
}
