package dev.ananas.orm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.codec.Json;
import dev.ananas.orm.internal.codec.ModelJson;
import dev.ananas.orm.internal.codec.Models;
import dev.ananas.orm.internal.plan.Planner;
import dev.ananas.orm.internal.plan.Reading;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.internal.write.Choice;
import dev.ananas.orm.internal.write.ClearCommand;
import dev.ananas.orm.internal.write.DeleteCommand;
import dev.ananas.orm.internal.write.InsertCommand;
import dev.ananas.orm.internal.write.SaveCommand;
import dev.ananas.orm.internal.write.SaveModelsCommand;
import dev.ananas.orm.internal.write.StreamCommand;
import dev.ananas.orm.internal.write.UpdateCommand;
import dev.ananas.orm.internal.write.Writes;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.query.Selection;
import dev.ananas.orm.view.ToMany;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the input of writes before they are dispatched, so that actions are values, and hands their answers on. */
final class StoreRepository<M> implements Repository<M> {
    private final StoreDatabase database;
    private final EntityType<M> type;
    private final TableSchema table;
    private final Writes writes;

    StoreRepository(StoreDatabase database, EntityType<M> type, TableSchema table) {
        this.database = database;
        this.type = type;
        this.table = table;
        this.writes = new Writes(database::write, database.tables().schema());
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
        List<TableRow> rows = new ArrayList<>();
        database.tables().table(table).rows().forEach(rows::add);
        rows.sort(TableRow.BY_SEQ);
        List<Object> models = new ArrayList<>(rows.size());
        rows.forEach(row -> models.add(row.model()));
        return typed(models);
    }

    @Override
    public Optional<M> find(Object key) {
        TableRow row = database.tables().table(table).get(Keys.stored(table, key));
        return row == null ? Optional.empty() : Optional.of(model(row.model()));
    }

    @Override
    public Optional<M> save(M model) {
        return first(saveAll(List.of(model)));
    }

    @Override
    public List<M> saveAll(Collection<? extends M> models) {
        return typed(
                writes.list("save " + table.name(), () -> new SaveModelsCommand(table, checked(models), writes.ids())));
    }

    @Override
    public Optional<M> saveMap(Map<String, ?> data) {
        return first(save(() -> List.of(InputReader.record(table, data))));
    }

    @Override
    public List<M> saveMaps(Collection<? extends Map<String, ?>> data) {
        return save(() -> InputReader.records(table, data));
    }

    @Override
    public List<M> saveJson(String json) {
        return save(() -> json(Json.parse(json), true));
    }

    @Override
    public List<M> saveJson(JsonNode json) {
        return save(() -> json(json, true));
    }

    @Override
    public long saveJson(InputStream records, LoadProgress progress) {
        return load("save " + table.name(), records, progress, (batch, place) -> {
            List<Input> inputs = InputReader.records(table, batch, place, true);
            return new SaveCommand(table, inputs, writes.ids());
        });
    }

    @Override
    public long insertJson(InputStream records, LoadProgress progress) {
        return load("insert " + table.name(), records, progress, (batch, place) -> {
            List<Input> inputs = InputReader.records(table, batch, place, false);
            return new InsertCommand(table, inputs, false, writes.ids());
        });
    }

    private long load(String name, InputStream records, LoadProgress progress, StreamCommand.Batch batch) {
        Long count = database.write(new StreamCommand(name, records, batch, progress::read));
        return count == null ? 0 : count;
    }

    @Override
    public JsonNode toJson(M model) {
        return ModelJson.tree(table, model);
    }

    @Override
    public List<M> insertAll(Collection<? extends M> models) {
        return store(false, () -> checked(models));
    }

    @Override
    public M insert(M model) {
        return first(insertAll(List.of(model))).orElse(model);
    }

    @Override
    public List<M> insertMaps(Collection<? extends Map<String, ?>> data) {
        return store(false, () -> InputReader.flat(table, data));
    }

    @Override
    public List<M> insertJson(String json) {
        return store(false, () -> json(Json.parse(json), false));
    }

    @Override
    public List<M> fresh(Collection<? extends M> models) {
        return store(true, () -> checked(models));
    }

    @Override
    public List<M> freshMaps(Collection<? extends Map<String, ?>> data) {
        return store(true, () -> InputReader.flat(table, data));
    }

    @Override
    public Optional<M> update(Object key, Patch<M> patch) {
        return first(update(() -> keys(List.of(key)), patch));
    }

    @Override
    public List<M> update(Query<M> query, Patch<M> patch) {
        return update(() -> choice(query), patch);
    }

    @Override
    public Optional<M> delete(Object key) {
        return first(destroy(List.of(key)));
    }

    @Override
    public List<M> delete(Query<M> query) {
        return delete(() -> choice(query));
    }

    @Override
    public List<M> destroy(Collection<?> keys) {
        return delete(() -> keys(keys));
    }

    @Override
    public int clear() {
        return writes.count("clear " + table.name(), () -> new ClearCommand(table));
    }

    @Override
    public <R, P> Links<M, R, P> relation(PivotRelation<M, R, P> relation) {
        if (!relation.entity().equals(table.name())) {
            throw new IllegalArgumentException("Relation \"" + relation + "\" does not start at entity \""
                    + table.name() + "\"; ask the repository of \"" + relation.entity() + "\" for its links");
        }
        return StoreLinks.of(writes, table.relations(relation.name()).get(0));
    }

    @Override
    public Links<M, Row, Row> relation(String name) {
        return StoreLinks.of(writes, table.relations(name).get(0));
    }

    /** The rows that a query matches when its command is carried out. */
    private record Matched(Planner planner, TableSchema table, Selection selection) implements Choice {
        @Override
        public List<Object> keys(Tables tables) {
            Planner.Located located = planner.locate(table.name(), selection);
            return new Reading(tables, new Work()).keys(located.plan(), located.key());
        }
    }

    private Choice choice(Query<M> query) {
        List<Question.Part> parts = query.question().parts();
        Question.Part part = parts.get(0);
        if (parts.size() != 1 || !part.entity().equals(table.name())) {
            throw new IllegalArgumentException("The repository of \"" + table.name() + "\" changes what a query on \""
                    + table.name() + "\" matches, found " + query);
        }
        return new Matched(database.planner(), table, part.selection());
    }

    private Choice keys(Collection<?> keys) {
        List<Object> stored = new ArrayList<>(keys.size());
        keys.forEach(key -> stored.add(Keys.stored(table, key)));
        return new Choice.ByKeys(stored);
    }

    private List<Input> json(JsonNode document, boolean deep) {
        if (document.isObject()) {
            return List.of(deep ? InputReader.record(table, document) : InputReader.flat(table, document));
        }
        List<JsonNode> records = Json.records(document);
        return deep ? InputReader.records(table, records) : InputReader.flat(table, records);
    }

    private List<?> checked(Collection<? extends M> models) {
        for (Object model : models) {
            if (!Models.isModel(table, model)) {
                throw new DataException("Entity \"" + table.name() + "\" expects models of "
                        + type.model().getSimpleName() + " that belong to it, found " + model);
            }
        }
        return List.copyOf(models);
    }

    private List<M> save(Supplier<List<Input>> records) {
        return typed(writes.list("save " + table.name(), () -> new SaveCommand(table, records.get(), writes.ids())));
    }

    private List<M> store(boolean fresh, Supplier<List<?>> records) {
        String name = (fresh ? "fresh " : "insert ") + table.name();
        return typed(writes.list(name, () -> new InsertCommand(table, records.get(), fresh, writes.ids())));
    }

    private List<M> update(Supplier<Choice> choice, Patch<M> patch) {
        return typed(writes.list(
                "update " + table.name(),
                () -> new UpdateCommand(table, choice.get(), InputReader.flat(table, patch.values()))));
    }

    private List<M> delete(Supplier<Choice> choice) {
        return typed(writes.list("delete " + table.name(), () -> new DeleteCommand(table, choice.get())));
    }

    private static <M> Optional<M> first(List<M> models) {
        return models.isEmpty() ? Optional.empty() : Optional.of(models.get(0));
    }

    @SuppressWarnings("unchecked")
    private List<M> typed(List<Object> models) {
        return (List<M>) ToMany.ofImmutable(models);
    }

    @SuppressWarnings("unchecked")
    private M model(Object stored) {
        return (M) stored;
    }
}
