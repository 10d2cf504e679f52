package dev.ananas.orm.conformance;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.conformance.Answers.Pivots;
import dev.ananas.orm.conformance.Scenario.Step;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the steps of one scenario in a store of its own; answers are plain values. Models may be of any class: they are named rows
 * here and read through {@link Rows} alone.
 */
final class Steps implements AutoCloseable {
    private final Scenario scenario;
    private final Store store;
    private final Present present;
    private final HookLog log = new HookLog();
    private final Map<String, Repository<Row>> repositories = new LinkedHashMap<>();
    private final Map<String, Watch> watches = new LinkedHashMap<>();

    @SuppressWarnings("unchecked")
    Steps(Scenario scenario, EntityTypes form) {
        this.scenario = scenario;
        Map<String, EntityType<?>> types = new LinkedHashMap<>();
        scenario.models().forEach((entity, model) -> types.put(entity, form.of(scenario, model, log)));
        List<EntityType<?>> all = new ArrayList<>(types.values());
        scenario.models().values().forEach(model -> all.addAll(form.beside(scenario, model)));
        this.store = Store.create();
        this.present = new Present(scenario.start());
        Database database = Database.builder(store)
                .types(all.toArray(new EntityType<?>[0]))
                .clock(present)
                .build();
        types.forEach((entity, type) -> repositories.put(entity, (Repository<Row>) database.repository(type)));
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
            case "new" -> created(step);
            case "make" -> make(step);
            case "firstOrCreate", "updateOrCreate" -> foundOrSaved(step);
            case "revive" -> revive(step);
            case "load" -> load(step);
            case "model" -> inspect(step);
            case "log" -> log.take();
            case "clock" -> clock(step);
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

    /** The record of a record, a list of a list; always a list where a case of a base is saved. */
    private @Nullable Object save(Step step) {
        boolean ofCase = scenario.model(step.text("entity")).base() != null;
        Object data = step.get("data");
        Object saved = data instanceof Map && !ofCase
                ? repository(step).saveMap(Json.map(data))
                : repository(step).saveMaps(records(step));
        return Answers.of(saved, Pivots.NONE);
    }

    private @Nullable Object insert(Step step) {
        return shaped(step, repository(step).insertMaps(records(step)));
    }

    private @Nullable Object fresh(Step step) {
        List<Row> stored = step.flag("raw")
                ? repository(step).freshRawMaps(records(step))
                : repository(step).freshMaps(records(step));
        return shaped(step, stored);
    }

    private @Nullable Object created(Step step) {
        boolean stored = !Boolean.FALSE.equals(step.get("persist"));
        Object row = stored ? repository(step).create() : repository(step).make();
        return Answers.of(row, Pivots.NONE);
    }

    private @Nullable Object make(Step step) {
        Object data = step.get("data");
        Object made = data instanceof Map
                ? repository(step).make(Json.map(data))
                : repository(step).makeAll(Json.maps(data));
        return Answers.of(made, Pivots.NONE);
    }

    private @Nullable Object foundOrSaved(Step step) {
        Map<String, @Nullable Object> attributes = Json.map(step.get("attributes"));
        Map<String, @Nullable Object> values = step.has("values") ? Json.map(step.get("values")) : Map.of();
        Object row = step.kind().equals("firstOrCreate")
                ? repository(step).firstOrCreate(attributes, values)
                : repository(step).updateOrCreate(attributes, values);
        return Answers.of(row, Pivots.NONE);
    }

    private @Nullable Object revive(Step step) {
        Object keys = step.get("data");
        Object revived = keys instanceof Map
                ? repository(step).revive(Json.map(keys))
                : repository(step).reviveAll(Json.maps(keys));
        return Answers.of(revived, Pivots.NONE);
    }

    private @Nullable Object load(Step step) {
        Repository<Row> repository = repository(step);
        List<Row> rows = new Chain(scenario, step.text("entity"), step.get("of"))
                .query(repository)
                .get();
        return Answers.of(repository.load(rows, query -> chain(step).on(query)), Pivots.OUTERMOST);
    }

    private List<@Nullable Object> inspect(Step step) {
        Repository<Row> repository = repository(step);
        Keys key = scenario.model(step.text("entity")).key();
        Object model = step.has("data")
                ? repository.make(Json.map(step.get("data")))
                : step.has("find")
                        ? repository.find(key.key(step.get("find"))).orElseThrow()
                        : chain(step).query(repository).first().get().orElseThrow();
        return new Inspection(repository, key, model).answers(Json.list(step.get("ops")));
    }

    private @Nullable Object clock(Step step) {
        present.moveTo(Json.instant(step.get("at")));
        return null;
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
        int before = repository.stored().size();
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
            boolean ofBase = scenario.model(entity).base() != null;
            for (Object model : ofBase ? List.of() : repository.stored()) {
                Row row = Rows.of(model);
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
