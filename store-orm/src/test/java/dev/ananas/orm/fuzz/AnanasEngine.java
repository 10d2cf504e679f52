package dev.ananas.orm.fuzz;

import dev.ananas.orm.Database;
import dev.ananas.orm.Links;
import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.OneLink;
import dev.ananas.orm.Repository;
import dev.ananas.orm.SaveMode;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.store.Store;
import dev.ananas.store.StoreBuilder;
import dev.ananas.store.snapshot.Snapshots;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import reactor.core.Disposable;

/** The library itself. */
final class AnanasEngine implements Engine {
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final Store store;
    private final Database database;
    private final Map<String, Repository<Row>> repositories = new LinkedHashMap<>();
    private final AnanasQueries queries;
    private final SteppedClock clock;
    private final boolean lingers;

    AnanasEngine(Program program) {
        this(program, new SteppedClock());
    }

    AnanasEngine(Program program, SteppedClock clock) {
        SchemaShape schema = program.schema();
        StoreBuilder builder = Store.builder()
                .onSubscriberError(errors::add)
                .developmentChecks(warning -> errors.add(new IllegalStateException(warning.toString())));
        this.store = builder.linger(program.linger() ? Duration.ofHours(1) : Duration.ZERO)
                .build();
        List<EntityType<Row>> types = schema.entities().stream()
                .map(entity -> AnanasSchema.type(schema, entity))
                .toList();
        this.clock = clock;
        this.database = Database.builder(store)
                .types(types.toArray(EntityType<?>[]::new))
                .clock(clock)
                .build();
        types.forEach(type -> repositories.put(type.name(), database.repository(type)));
        this.queries = new AnanasQueries(schema);
        this.lingers = program.linger();
    }

    @Override
    public void tick(long millis) {
        clock.tick(millis);
    }

    SteppedClock clock() {
        return clock;
    }

    @Override
    public List<Row> all(String entity) {
        return repositories.get(entity).all();
    }

    @Override
    public List<Row> stored(String entity) {
        return repositories.get(entity).stored();
    }

    @Override
    public Optional<Row> find(String entity, Object key) {
        return repositories.get(entity).find(queries.key(entity, key));
    }

    @Override
    public List<Row> read(Step.Action action) {
        if (action instanceof Step.Load load) {
            Repository<Row> repository = repositories.get(load.query().entity());
            QueryShape loading = load.query().with(load.clauses());
            return repository.load(
                    queries.query(repository.query(), load.query()).get(), query -> queries.query(query, loading));
        }
        if (action instanceof Step.Revive revive) {
            return repositories.get(revive.entity()).reviveAll(revive.keys());
        }
        Step.Make make = (Step.Make) action;
        return repositories.get(make.entity()).makeAll(make.rows());
    }

    @Override
    public Object ask(QueryShape query) {
        return answer(query).get();
    }

    @Override
    public Runnable subscribe(QueryShape query, Consumer<Emission> emissions, Consumer<Throwable> errors) {
        Disposable subscription = answer(query)
                .versions()
                .subscribe(
                        versioned -> emissions.accept(new Emission(versioned.version(), versioned.value())),
                        errors,
                        () -> errors.accept(new IllegalStateException("the live query completed")));
        return subscription::dispose;
    }

    @Override
    public Runnable replicate(QueryShape query, List<Object> copy, Consumer<Throwable> errors) {
        Disposable subscription = queries.query(repositories.get(query.entity()).query(), query)
                .changes()
                .subscribe(change -> change.applyTo(copy), errors);
        return subscription::dispose;
    }

    @Override
    public void transact(Runnable writes) {
        store.transact(() -> {
            writes.run();
            return "done";
        });
    }

    Database database() {
        return database;
    }

    List<EntityType<?>> types() {
        return repositories.values().stream()
                .<EntityType<?>>map(Repository::type)
                .toList();
    }

    /** The query of the library that a query of a program stands for. */
    Answer<?> answer(QueryShape query) {
        return queries.answer(repositories.get(query.entity()).query(), query);
    }

    /** Snapshots of all entities. */
    Snapshots snapshots() {
        return Snapshots.of(store).section(database.snapshot()).build();
    }

    /** What the live engine counted since it was reset. */
    Work work() {
        return LiveGraphs.of(database).work();
    }

    @Override
    public void checkInvariants() {
        LevelCheck.check(LiveGraphs.of(database));
    }

    @Override
    public void checkEmpty() {
        int left = LiveGraphs.of(database).bucketCount();
        if (!lingers && left != 0) {
            throw new AssertionError(left + " buckets are left without a subscriber");
        }
    }

    @Override
    public long version() {
        return store.version();
    }

    @Override
    public Object state() {
        return store.state();
    }

    @Override
    public List<Throwable> errors() {
        return errors;
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public Object write(Step.Write write) {
        Repository<Row> repository = repositories.get(write.entity());
        if (write instanceof Step.Insert insert) {
            return repository.insertMaps(insert.rows());
        } else if (write instanceof Step.Save save) {
            Repository<Row> saving = save.synced() ? repository.mode(SaveMode.SYNC) : repository;
            return save.rows().size() == 1 ? saving.saveMap(save.rows().get(0)) : saving.saveMaps(save.rows());
        } else if (write instanceof Step.Fresh fresh) {
            return repository.freshMaps(fresh.rows());
        } else if (write instanceof Step.Create) {
            return repository.create();
        } else if (write instanceof Step.FindOrSave find) {
            return find.updates()
                    ? repository.updateOrCreate(find.attributes(), find.values())
                    : repository.firstOrCreate(find.attributes(), find.values());
        } else if (write instanceof Step.UpdateKey update) {
            return repository.update(queries.key(write.entity(), update.key()), Patch.of(update.patch()));
        } else if (write instanceof Step.UpdateQuery update) {
            return repository.update(queries.query(repository.query(), update.query()), Patch.of(update.patch()));
        } else if (write instanceof Step.DeleteKey delete) {
            return repository.delete(queries.key(write.entity(), delete.key()));
        } else if (write instanceof Step.DeleteQuery delete) {
            return repository.delete(queries.query(repository.query(), delete.query()));
        } else if (write instanceof Step.Destroy destroy) {
            return repository.destroy(queries.keys(write.entity(), destroy.keys()));
        } else if (write instanceof Step.Clear) {
            return repository.clear();
        } else if (write instanceof Step.StoreAgain again) {
            List<Row> models = queries.query(repository.query(), again.query()).get();
            return switch (again.how()) {
                case SAVE -> repository.saveAll(models);
                case INSERT -> repository.insertAll(models);
                case FRESH -> repository.fresh(models);
            };
        }
        return link(write);
    }

    private Object link(Step.Write write) {
        if (write instanceof Step.Associate associate) {
            return associate(associate);
        }
        if (write instanceof Step.LinkKeys keys) {
            Links<Row, Row, Row> links = links(keys.entity(), keys.relation());
            Object parent = queries.key(keys.entity(), keys.parent());
            List<Object> related = queries.keys(queries.related(keys.entity(), keys.relation()), keys.related());
            switch (keys.call()) {
                case ATTACH -> links.attach(parent, related);
                case DETACH -> {
                    return links.detach(parent, related);
                }
                case SYNC -> links.sync(parent, related);
                case TOGGLE -> links.toggle(parent, related);
            }
            return null;
        }
        Step.LinkPivots pivots = (Step.LinkPivots) write;
        Links<Row, Row, Row> links = links(pivots.entity(), pivots.relation());
        Object parent = queries.key(pivots.entity(), pivots.parent());
        Map<Object, Patch<Row>> patches = new LinkedHashMap<>();
        String related = queries.related(pivots.entity(), pivots.relation());
        pivots.links().forEach(link -> patches.put(queries.key(related, link.related()), Patch.of(link.pivot())));
        if (pivots.call() == Step.PivotsCall.SYNC) {
            links.sync(parent, patches);
            return null;
        }
        Map.Entry<Object, Patch<Row>> only = patches.entrySet().iterator().next();
        if (pivots.call() == Step.PivotsCall.UPDATE) {
            return links.updatePivot(parent, only.getKey(), only.getValue());
        }
        links.attach(parent, only.getKey(), only.getValue());
        return null;
    }

    private Object associate(Step.Associate associate) {
        OneLink<Row, Row> link = repositories.get(associate.entity()).toOne(associate.relation());
        Object key = queries.key(associate.entity(), associate.key());
        if (associate.related() == null) {
            return link.dissociate(key);
        }
        Object related = queries.key(associate.target(), associate.related());
        return link.associate(key, associate.target(), related);
    }

    private Links<Row, Row, Row> links(String entity, String relation) {
        return repositories.get(entity).relation(relation);
    }
}
