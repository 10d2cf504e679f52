package dev.ananas.orm.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code with which the README opens. */
class ReadmeTest {

    @Test
    void theCodeOfTheReadmeDoesWhatItSays() {
        List<String> printed = new ArrayList<>();
        try (Store store = Store.create()) {
            Database db = Database.on(store, User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY, Post_.ENTITY);
            Repository<User> users = db.repository(User_.ENTITY);

            users.saveJson("""
                {"id": 1, "name": "Ada", "active": true,
                 "roles": [{"id": 1, "title": "Admin", "pivot": {"level": 3}},
                           {"id": 2, "title": "Author", "pivot": {"level": 1}}]}""");

            users.query()
                    .where(User_.active.isTrue())
                    .with(
                            User_.roles,
                            roles -> roles.wherePivot(RoleUser_.level.gt(0)).orderByPivot(RoleUser_.level.desc()))
                    .orderBy(User_.name)
                    .flux()
                    .subscribe(list -> list.forEach(user -> user.roles()
                            .forEach(role -> printed.add(user.name() + " " + role.title() + " "
                                    + role.pivot().level()))));

            User first = users.query().with("roles").first().orElseThrow();
            assertThat(first.roles()).hasSize(2);
            users.relation(User_.roles).sync(1L, Map.of(2L, RoleUser_.level.to(5)));
        }
        assertThat(printed).containsExactly("Ada Admin 3", "Ada Author 1", "Ada Author 5");
    }
}
