package dev.ananas.orm;

import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.internal.live.MovableAnswer;
import dev.ananas.orm.internal.plan.Explanation;
import dev.ananas.orm.internal.plan.Located;
import dev.ananas.orm.internal.plan.Planner;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.snapshot.TablesSection;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.internal.table.TablesApplier;
import dev.ananas.orm.internal.write.EntityCommand;
import dev.ananas.orm.internal.write.ReplaceKeyCommand;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Asker;
import dev.ananas.orm.query.LiveDescription;
import dev.ananas.orm.query.Movable;
import dev.ananas.orm.query.Question;
import dev.ananas.store.Fork;
import dev.ananas.store.Selector;
import dev.ananas.store.Slice;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StoreException;
import dev.ananas.store.Versioned;
import dev.ananas.store.snapshot.SnapshotSection;
import dev.ananas.store.spi.StoreKernel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.Loggers;

/** The slice of tables, the live graph over it, and the repositories that write to it. */
final class StoreDatabase implements Database, Asker {
    private static final String SLICE = "entities";
    private static final Consumer<String> WARNINGS = Loggers.getLogger(Database.class)::warn;

    private final Store store;
    private final Clock clock;
    private final StoreKernel kernel;
    private final Schema schema;
    private final Retrieving retrieving;
    private final Planner planner;
    private final Slice<Tables> slice;
    private final LiveGraph graph;
    private final Map<EntityType<?>, Repository<?>> repositories = new ConcurrentHashMap<>();

    StoreDatabase(Store store, Schema schema, Clock clock) {
        this(
                free(store),
                schema,
                clock,
                StoreDefinition.named(SLICE, () -> Tables.empty(schema))
                        .answer(anyCommand(), (tables, command) -> command.applyTo(tables))
                        .tracked(Tables.tracker())
                        .applied(new TablesApplier())
                        .build());
    }

    private StoreDatabase(Store store, Schema schema, Clock clock, StoreDefinition<Tables> tables) {
        this.clock = clock;
        this.store = store;
        this.kernel = StoreKernel.of(store);
        this.schema = schema;
        this.retrieving = new Retrieving(kernel, schema);
        this.planner = new Planner(schema);
        this.slice = store.use(tables);
        this.graph = new LiveGraph(kernel, () -> kernel.committed().get(tables), WARNINGS);
        kernel.attach(graph);
    }

    /** A store without a database. */
    private static Store free(Store store) {
        if (StoreKernel.of(store).committed().slices().contains(SLICE)) {
            throw new StoreException(
                    "This store has a database already; pass all entity types to one Database.on(...)");
        }
        return store;
    }

    private EntitySchema entity(EntityType<?> type) {
        EntitySchema entity = schema.entity(type.name());
        if (entity.type() != type) {
            throw new IllegalArgumentException("Entity \"" + type.name() + "\" was opened with another entity type;"
                    + " pass the one that was given to Database.on(...)");
        }
        return entity;
    }

    @Override
    @SuppressWarnings("unchecked") // the models of an entity have its type
    public <M> M replaceKey(EntityType<M> type, Object temporary, Object real) {
        EntitySchema entity = entity(type);
        Object from = Keys.stored(entity.table(), temporary);
        Object to = Keys.stored(entity.table(), real);
        return (M) Objects.requireNonNull(write(new ReplaceKeyCommand(entity, from, to)), "model");
    }

    @Override
    public Database in(Fork fork) {
        Store forked = fork.store();
        if (!forked.state().contains(slice.definition())) {
            throw new StoreException("This fork is one of another store; fork the store of this database");
        }
        return new StoreDatabase(forked, schema, clock, slice.definition());
    }

    @SuppressWarnings("unchecked")
    private static Class<EntityCommand<Object>> anyCommand() {
        return (Class<EntityCommand<Object>>) (Class<?>) EntityCommand.class;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <M> Repository<M> repository(EntityType<M> type) {
        EntitySchema entity = entity(type);
        return (Repository<M>)
                repositories.computeIfAbsent(type, key -> new StoreRepository<>(this, type, entity, SaveMode.MERGE));
    }

    @Override
    public <T> Flux<List<T>> live(List<? extends Answer<? extends T>> answers) {
        return live(Together.of(answers)).map(Versioned::value);
    }

    @Override
    public SnapshotSection snapshot() {
        return new TablesSection(slice.definition(), schema, this::write);
    }

    @Override
    public LiveDescription describe() {
        return graph.describe();
    }

    @Override
    public <T> T now(Question<T> question) {
        T answer = reading(question).read(tables());
        return question.parts().isEmpty()
                ? answer
                : retrieving.retrieved(schema.table(question.parts().get(0).entity()), answer);
    }

    @Override
    public <T> Selector<T> selector(Question<T> question) {
        return kernel.selector(slice.definition(), question.toString(), reading(question));
    }

    private <T> QuestionReading<T> reading(Question<T> question) {
        return new QuestionReading<>(graph, located(question), question.combine());
    }

    @Override
    public String explain(Question<?> question) {
        List<String> parts = new ArrayList<>();
        for (Question.Part part : question.parts()) {
            parts.add(Explanation.of(tables(), planner.locate(part)));
        }
        return String.join("\n", parts);
    }

    @Override
    public <T> Flux<Versioned<T>> live(Question<T> question) {
        return graph.live(located(question), question.combine());
    }

    @Override
    public <T> Movable<T> movable(Question<T> question) {
        MovableAnswer<T> answer = graph.movable(located(question), question.combine());
        return new Moving<>(answer, this::located);
    }

    private List<Located> located(Question<?> question) {
        List<Located> parts = new ArrayList<>();
        for (Question.Part part : question.parts()) {
            parts.add(planner.locate(part));
        }
        return parts;
    }

    @Override
    public Function<Object, @Nullable Object> reader(String entity, @Nullable String declaring, String attribute) {
        return planner.reader(entity, declaring, attribute);
    }

    @Override
    public Function<Object, Object> keyReader(String entity) {
        TableSchema table = schema.table(entity);
        return model -> Objects.requireNonNull(table.keyOf(model), "key");
    }

    @Override
    public BiFunction<Object, Object, Set<String>> differences(String entity) {
        return schema.table(entity)::differences;
    }

    /** Tells the time of writes. */
    Clock clock() {
        return clock;
    }

    /** The tables that the calling thread sees. */
    Tables tables() {
        return kernel.visible().get(slice.definition());
    }

    Retrieving retrieving() {
        return retrieving;
    }

    Planner planner() {
        return planner;
    }

    /** Carries out a write. */
    <R> @Nullable R write(EntityCommand<R> command) {
        return slice.dispatch(command);
    }

    /** The live graph, for tests in this package. */
    LiveGraph graph() {
        return graph;
    }
}
