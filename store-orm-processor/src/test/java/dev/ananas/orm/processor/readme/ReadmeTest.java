package dev.ananas.orm.processor.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code with which the README opens, over the classes generated from its records. */
class ReadmeTest {

    @Test
    void theCodeOfTheReadmePrintsTheRolesOfEachUserAndWhatChanges() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            readme();
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("Ada Admin 3", "Ada Author 1", "Ada Author 5");
    }

    private static void readme() {
        // spotless:off
        try (Store store = Store.create()) {
            Database db = Database.on(store, User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY);
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
                    .flux() // Flux<List<User>>
                    .subscribe(list -> list.forEach(user -> user.roles()
                            .forEach(role -> System.out.println(user.name() + " " + role.title() + " "
                                    + role.pivot().level()))));

            User first =
                    users.query().with("roles").first().orElseThrow(); // names work too, checked with a helpful error
            users.relation(User_.roles).sync(1L, Map.of(2L, RoleUser_.level.to(5))); // one transition, one emission
        }
        // spotless:on
    }
}
