package dev.ananas.test;

import dev.ananas.orm.Database;
import dev.ananas.orm.DatabaseBuilder;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.store.Action;
import dev.ananas.store.ActionCall;
import dev.ananas.store.Command;
import dev.ananas.store.Effect;
import dev.ananas.store.Store;
import dev.ananas.store.StoreBuilder;
import dev.ananas.store.StoreDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Builds a {@link TestStore}. Not safe for use by several threads. */
public final class TestStoreBuilder {
    private final List<Consumer<StoreBuilder>> settings = new ArrayList<>();
    private final List<Consumer<DatabaseBuilder>> databaseSettings = new ArrayList<>();
    private final List<EntityType<?>> types = new ArrayList<>();
    private final List<Consumer<Database>> rows = new ArrayList<>();
    private final Stubs stubs = new Stubs();
    private final List<Effect> effects = new CopyOnWriteArrayList<>();
    private boolean virtualTime;

    TestStoreBuilder() {}

    /** Gives a slice the state it has when it is first used, in place of that of its definition. */
    public <S> TestStoreBuilder state(StoreDefinition<S> definition, S state) {
        settings.add(builder -> builder.initialState(definition, state));
        return this;
    }

    /** Adds entity types, and with them a database. */
    public TestStoreBuilder types(EntityType<?>... more) {
        types.addAll(List.of(more));
        return this;
    }

    /** Gives an entity rows to begin with, as they are: without hooks and relations, and without being recorded. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <M> TestStoreBuilder rows(EntityType<M> type, M... models) {
        List<M> given = List.of(models);
        rows.add(database -> database.repository(type).insertAll(given));
        return this;
    }

    /** Gives an entity rows to begin with and what is nested in them, as JSON, without being recorded. */
    public TestStoreBuilder json(EntityType<?> type, String json) {
        Objects.requireNonNull(json, "json");
        rows.add(database -> saveJson(database.repository(type), json));
        return this;
    }

    private static <M> void saveJson(Repository<M> repository, String json) {
        repository.saveJson(json);
    }

    /** Sets what the kit does not know of the store, such as middleware, which sees an action before stubs do. */
    public TestStoreBuilder store(Consumer<StoreBuilder> setting) {
        settings.add(setting);
        return this;
    }

    /** Sets what the kit does not know of the database, such as hooks. */
    public TestStoreBuilder database(Consumer<DatabaseBuilder> setting) {
        databaseSettings.add(setting);
        return this;
    }

    /** As {@link TestStore#stub(Class)}, from the beginning. */
    public TestStoreBuilder stub(Class<? extends Action> type) {
        stubs.add(type::isInstance, action -> null);
        return this;
    }

    /** As {@link TestStore#stub(Class, Function)}, from the beginning. */
    public <R, C extends Command<R>> TestStoreBuilder stub(
            Class<C> type, Function<? super C, ? extends @Nullable R> answer) {
        stubs.add(type::isInstance, action -> answer.apply(type.cast(action)));
        return this;
    }

    /** As {@link TestStore#stubError}, from the beginning. */
    public TestStoreBuilder stubError(Class<? extends Action> type, Supplier<? extends RuntimeException> error) {
        stubs.add(type::isInstance, action -> {
            throw error.get();
        });
        return this;
    }

    /** Answers all actions in place of their reducers, save those of some classes: nothing changes, commands are answered null. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final TestStoreBuilder stubAllBut(Class<? extends Action>... kept) {
        List<Class<? extends Action>> passed = List.of(kept);
        stubs.add(action -> passed.stream().noneMatch(type -> type.isInstance(action)), action -> null);
        return this;
    }

    /** As {@link TestStore#stubCall}, from the beginning. */
    public TestStoreBuilder stubCall(String name, Function<ActionCall, @Nullable Object> answer) {
        stubs.addCall(call -> call.name().equals(name), answer);
        return this;
    }

    /** As {@link TestStore#stubRun}, from the beginning. */
    public TestStoreBuilder stubRun(String name, Function<ActionCall, Publisher<?>> work) {
        stubs.addRun(call -> call.name().equals(name), work);
        return this;
    }

    /**
     * Remembers effects in place of handling them, see {@link TestStore#effects}: all that have no handler in {@link #store
     * store(...)}.
     */
    public TestStoreBuilder recordEffects() {
        settings.add(builder -> builder.handle(Effect.class, effect -> {
            effects.add(effect);
            return Flux.empty();
        }));
        return this;
    }

    /** Gives the test virtual time, see {@link VirtualTime}; the database takes its clock from it. */
    public TestStoreBuilder virtualTime() {
        virtualTime = true;
        return this;
    }

    /**
     * The test store.
     *
     * @throws dev.ananas.orm.model.SchemaException if the entity types do not fit together
     */
    public TestStore build() {
        VirtualTime time = virtualTime ? VirtualTime.begin() : null;
        List<Throwable> errors = new CopyOnWriteArrayList<>();
        StoreBuilder builder = Store.builder().onSubscriberError(errors::add);
        settings.forEach(setting -> setting.accept(builder));
        Store store = builder.middleware(stubs).runInterceptor(stubs).build();
        Database database = types.isEmpty() ? null : open(store, time);
        stubs.silent(false);
        return new TestStore(store, database, List.copyOf(types), stubs, effects, time, errors);
    }

    private Database open(Store store, @Nullable VirtualTime time) {
        DatabaseBuilder builder = Database.builder(store).types(types.toArray(EntityType<?>[]::new));
        if (time != null) {
            builder.clock(time.clock());
        }
        databaseSettings.forEach(setting -> setting.accept(builder));
        Database database = builder.build();
        rows.forEach(one -> one.accept(database));
        return database;
    }
}
