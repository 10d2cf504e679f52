package dev.ananas.orm.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One behaviour, whether an entity type was generated, built by hand or made of names alone. */
class ContractTest {

    private static <M> List<String> ask(Repository<M> repository, UnaryOperator<Query<?>> clauses) {
        return World.json(
                repository, (List<?>) clauses.apply(repository.query()).get());
    }

    @ParameterizedTest
    @EnumSource
    void dataIsNormalizedAndReadBackWithItsRelationsAndPivots(Form form) {
        try (World world = new World(form).filled()) {
            assertThat(ask(world.users, query -> query.with("roles")).get(0))
                    .isEqualTo("{\"id\":1,\"name\":\"Ada\",\"active\":true,\"roles\":[{\"id\":1,\"title\":\"Admin\","
                            + "\"pivot\":{\"roleId\":1,\"userId\":1,\"level\":3}},{\"id\":2,\"title\":\"Author\","
                            + "\"pivot\":{\"roleId\":2,\"userId\":1,\"level\":1}}]}");
            assertThat(ask(world.links, query -> query))
                    .containsExactly(
                            "{\"roleId\":1,\"userId\":1,\"level\":3}",
                            "{\"roleId\":2,\"userId\":1,\"level\":1}",
                            "{\"roleId\":2,\"userId\":2,\"level\":2}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void defaultsFillWhatDataLeavesOut(Form form) {
        try (World world = new World(form)) {
            world.users.saveJson("{\"id\": 9}");
            assertThat(ask(world.users, query -> query)).containsExactly("{\"id\":9,\"name\":\"\",\"active\":false}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void conditionsOrdersAndWindowsSeeTheSame(Form form) {
        try (World world = new World(form).filled()) {
            assertThat(ask(
                            world.users,
                            query -> query.where("active", true).orderBy("name").offset(1)))
                    .containsExactly("{\"id\":2,\"name\":\"Ben\",\"active\":true}");
            assertThat(ask(
                            world.users,
                            query -> query.where("name", "like", "%e%").orderBy("name")))
                    .hasSize(2);
            assertThat(ask(
                            world.users,
                            query -> query.whereHas("roles", roles -> roles.wherePivot("level", ">", level(form, 2)))))
                    .containsExactly("{\"id\":1,\"name\":\"Ada\",\"active\":true}");
        }
    }

    /** Numbers without a class are of one kind; those of a record have its type. */
    private static Object level(Form form, int level) {
        return form == Form.DYNAMIC ? (Object) (long) level : (Object) level;
    }

    @ParameterizedTest
    @EnumSource
    void keysFindRecords(Form form) {
        try (World world = new World(form).filled()) {
            assertThat(world.users.find(2L)).isPresent();
            assertThat(world.users.find(4L)).isEmpty();
            assertThat(world.links.find(Key.of(2L, 1L))).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void updatesAndDeletesAreToldToLiveQueries(Form form) {
        try (World world = new World(form).filled()) {
            List<List<String>> heard = new ArrayList<>();
            listen(world.users, heard);
            update(world.users, 1L, Map.of("name", "Eva"));
            world.users.relation("roles").detach(1L, List.of(1L));
            update(world.roles, 1L, Map.of("title", "nobody has it"));
            world.users.delete(2L);
            assertThat(heard)
                    .containsExactly(
                            List.of("Ada: Admin 3, Author 1", "Ben: Author 2", "Cem: "),
                            List.of("Eva: Admin 3, Author 1", "Ben: Author 2", "Cem: "),
                            List.of("Eva: Author 1", "Ben: Author 2", "Cem: "),
                            List.of("Eva: Author 1", "Cem: "));
        }
    }

    private static <M> void listen(Repository<M> users, List<List<String>> heard) {
        Function<M, String> text = user -> {
            List<String> roles = new ArrayList<>();
            users.toJson(user)
                    .path("roles")
                    .forEach(role -> roles.add(role.path("title").asText() + " "
                            + role.path("pivot").path("level").asInt()));
            return users.toJson(user).path("name").asText() + ": " + String.join(", ", roles);
        };
        users.query()
                .with("roles")
                .flux()
                .subscribe(list -> heard.add(list.stream().map(text).toList()));
    }

    private static <M> void update(Repository<M> repository, Object key, Map<String, Object> values) {
        repository.update(key, Patch.of(values));
    }

    @ParameterizedTest
    @EnumSource
    void wrongDataIsRefusedWithTheSamePlaceAndNothingIsStored(Form form) {
        try (World world = new World(form)) {
            assertThatThrownBy(() -> world.users.saveJson("[{\"id\": 1}, {\"id\": 2, \"name\": 5}]"))
                    .rootCause()
                    .hasMessage("Attribute \"users.name\" expects a text, found 5 (Integer) at /1/name");
            assertThatThrownBy(() -> world.users.saveJson("{\"id\": 1, \"active\": null}"))
                    .rootCause()
                    .hasMessageContaining("users.active");
            assertThat(world.users.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRelationThatWasNotAskedForSaysSo(Form form) {
        try (World world = new World(form).filled()) {
            assertThatThrownBy(() -> relation(world.users, world.users.all().get(0))
                            .toString()
                            .length())
                    .hasMessageContaining("roles was not loaded");
        }
    }

    private static <M> Object relation(Repository<M> users, Object user) {
        Object roles = users.type().access().get(users.type().model().cast(user), 3);
        return ((List<?>) roles).get(0);
    }
}
