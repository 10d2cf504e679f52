package dev.ananas.orm.conformance;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.conformance.Answers.Pivots;
import dev.ananas.orm.conformance.Scenario.Step;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of one scenario in a store of its own; answers are plain values. */
final class Steps implements AutoCloseable {
    private final Scenario scenario;
    private final Store store;
    private final Map<String, Repository<Row>> repositories = new LinkedHashMap<>();
    private final Map<String, Watch> watches = new LinkedHashMap<>();

    Steps(Scenario scenario) {
        this.scenario = scenario;
        Map<String, EntityType<Row>> types = new LinkedHashMap<>();
        scenario.models().forEach((entity, model) -> types.put(entity, SchemaOf.model(model)));
        this.store = Store.create();
        Database database = Database.on(store, types.values().toArray(new EntityType<?>[0]));
        types.forEach((entity, type) -> repositories.put(entity, database.repository(type)));
    }

    @Nullable
    Object run(Step step) {
        return switch (step.kind()) {
            case "save" -> save(step);
            case "insert" -> insert(step);
            case "fresh" -> fresh(step);
            case "update" -> update(step);
            case "delete" -> delete(step);
            case "destroy" -> destroy(step);
            case "flush" -> flush(step);
            case "query" -> query(step);
            case "watch" -> watch(step);
            case "watched" -> watched(step);
            case "state" -> state();
            default -> throw new IllegalArgumentException("Unknown step \"" + step.kind() + "\"");
        };
    }

    /** Judges what the live queries emitted during the last step. */
    void settle() {
        watches.values().forEach(Watch::settle);
    }

    void checkChanged(Step step) {
        if (step.kind().equals("watched")) {
            watch(step.text("name")).checkChanged(step.get("changed"));
        }
    }

    /** How many transitions there were. */
    long version() {
        return store.version();
    }

    private @Nullable Object save(Step step) {
        Object data = step.get("data");
        Object saved = data instanceof Map
                ? repository(step).saveMap(Json.map(data))
                : repository(step).saveMaps(Json.maps(data));
        return Answers.of(saved, Pivots.NONE);
    }

    private @Nullable Object insert(Step step) {
        return shaped(step, repository(step).insertMaps(records(step)));
    }

    private @Nullable Object fresh(Step step) {
        return shaped(step, repository(step).freshMaps(records(step)));
    }

    private static List<Map<String, @Nullable Object>> records(Step step) {
        Object data = step.get("data");
        return Json.maps(data instanceof Map ? List.of(data) : data);
    }

    /** One record for one record, a list for a list. */
    private static @Nullable Object shaped(Step step, List<Row> rows) {
        Object answer = Answers.of(rows, Pivots.NONE);
        List<@Nullable Object> list = Json.list(answer);
        return step.get("data") instanceof Map && list.size() == 1 ? list.get(0) : answer;
    }

    private @Nullable Object update(Step step) {
        Repository<Row> repository = repository(step);
        List<Row> changed = repository.update(chain(step).query(repository), Patch.of(Json.map(step.get("data"))));
        return Answers.of(changed, Pivots.NONE);
    }

    private @Nullable Object delete(Step step) {
        Repository<Row> repository = repository(step);
        return Answers.of(repository.delete(chain(step).query(repository)), Pivots.NONE);
    }

    private @Nullable Object destroy(Step step) {
        Keys key = scenario.model(step.text("entity")).key();
        Object ids = step.get("ids");
        Object destroyed = key.isOne(ids)
                ? repository(step).delete(key.key(ids))
                : repository(step).destroy(key.keys(ids));
        return Answers.of(destroyed, Pivots.NONE);
    }

    private Object flush(Step step) {
        Repository<Row> repository = repository(step);
        int before = repository.all().size();
        int cleared = repository.clear();
        if (cleared != before) {
            throw new Fault("number of cleared records", "" + before, "" + cleared);
        }
        return List.of();
    }

    private @Nullable Object query(Step step) {
        return Answers.of(chain(step).answer(repository(step)).get(), Pivots.OUTERMOST);
    }

    private @Nullable Object watch(Step step) {
        String name = step.text("name");
        Watch watch = new Watch(name, chain(step).answer(repository(step)));
        Watch former = watches.put(name, watch);
        if (former != null) {
            former.dispose();
        }
        return watch.shown();
    }

    private @Nullable Object watched(Step step) {
        return watch(step.text("name")).shown();
    }

    private Watch watch(String name) {
        Watch watch = watches.get(name);
        if (watch == null) {
            throw new IllegalArgumentException("No watch \"" + name + "\"");
        }
        return watch;
    }

    /** Everything that is stored: entity to index id to record. */
    Map<String, @Nullable Object> state() {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        repositories.forEach((entity, repository) -> {
            Map<String, @Nullable Object> records = new LinkedHashMap<>();
            for (Row row : repository.all()) {
                Object former = records.put(
                        scenario.model(entity).key().indexId(row.attributes()), Answers.of(row, Pivots.EVERY));
                if (former != null) {
                    throw new Fault("state of \"" + entity + "\"", "one record per key", former + " and " + row);
                }
            }
            if (!records.isEmpty()) {
                state.put(entity, records);
            }
        });
        return state;
    }

    private Chain chain(Step step) {
        return new Chain(scenario, step.text("entity"), step.get("chain"));
    }

    private Repository<Row> repository(Step step) {
        String entity = step.text("entity");
        Repository<Row> repository = repositories.get(entity);
        if (repository == null) {
            throw new IllegalArgumentException("No entity \"" + entity + "\" in " + repositories.keySet());
        }
        return repository;
    }

    @Override
    public void close() {
        watches.values().forEach(Watch::dispose);
        store.close();
    }
}
