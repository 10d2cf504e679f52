package dev.ananas.orm.processor.contract;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.List;

/** A database of one form, whose models are compared as JSON: it says the same of records and of rows. */
final class World implements AutoCloseable {
    final Store store = Store.builder().linger(Duration.ZERO).build();
    final Repository<?> users;
    final Repository<?> roles;
    final Repository<?> links;

    World(Form form) {
        Database db = Database.on(store, form.users, form.roles, form.links);
        users = repository(db, form.users);
        roles = repository(db, form.roles);
        links = repository(db, form.links);
    }

    private static <M> Repository<M> repository(Database db, EntityType<M> type) {
        return db.repository(type);
    }

    /** Ada is admin (3) and author (1), Ben is author (2), Cem has no role and is not active. */
    World filled() {
        users.saveJson("""
                [{"id": 1, "name": "Ada", "active": true,
                  "roles": [{"id": 1, "title": "Admin", "pivot": {"level": 3}},
                            {"id": 2, "title": "Author", "pivot": {"level": 1}}]},
                 {"id": 2, "name": "Ben", "active": true, "roles": [{"id": 2, "pivot": {"level": 2}}]},
                 {"id": 3, "name": "Cem"}]""");
        return this;
    }

    static <M> List<String> json(Repository<M> repository, List<?> models) {
        return models.stream()
                .map(model ->
                        repository.toJson(repository.type().model().cast(model)).toString())
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
