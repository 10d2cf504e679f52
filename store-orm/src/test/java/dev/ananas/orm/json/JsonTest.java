package dev.ananas.orm.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ananas.orm.Database;
import dev.ananas.orm.LoadProgress;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.RelationNotLoadedException;
import dev.ananas.store.ActionFailedException;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Models as JSON, JSON as models. */
class JsonTest {
    private final Blog blog = Blog.filled();
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new AnanasModule());

    @AfterEach
    void close() {
        blog.close();
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMapperWithTheModuleWritesLoadedRelationsAndLeavesOutTheOthers() throws Exception {
        User ada = blog.users.query().with(User_.roles).find(1L).orElseThrow();
        assertThat(mapper.writeValueAsString(ada)).isEqualTo("""
                {"id":1,"name":"Ada","active":true,"roles":[\
                {"id":1,"title":"Admin","pivot":{"roleId":1,"userId":1,"level":3}},\
                {"id":2,"title":"Author","pivot":{"roleId":2,"userId":1,"level":1}}]}""");
        assertThat(mapper.writeValueAsString(
                        blog.posts.query().with(Post_.author).find(3L).orElseThrow()))
                .isEqualTo("{\"id\":3,\"title\":\"Lost\",\"score\":1,\"userId\":null,\"author\":null}");
        assertThat(mapper.writeValueAsString(RoleUser_.key(1L, 2L))).isEqualTo("[1,2]");
    }

    @Test
    void aMapperWithoutTheModuleNamesTheRelationThatWasNotLoaded() {
        User ada = blog.users.find(1L).orElseThrow();
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(ada))
                .isInstanceOf(JsonProcessingException.class)
                .hasRootCauseInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("User.roles was not loaded");
    }

    @Test
    void rowsWithoutAClassAreObjectsOfTheirAttributes() throws Exception {
        try (Store store = Store.create()) {
            EntityType<Row> users = EntityType.dynamic("users")
                    .number("id", null)
                    .string("name", "")
                    .belongsToMany("roles", "roles", "links", "userId", "roleId")
                    .as("seat")
                    .build();
            EntityType<Row> roles =
                    EntityType.dynamic("roles").number("id", null).build();
            EntityType<Row> links = EntityType.dynamic("links")
                    .number("userId", null)
                    .number("roleId", null)
                    .primaryKey("userId", "roleId")
                    .build();
            Repository<Row> rows = Database.on(store, users, roles, links).repository(users);
            rows.saveJson("{\"id\": 1, \"name\": \"Ada\", \"roles\": [{\"id\": 7}]}");
            Row ada = rows.query().with("roles").first().orElseThrow();
            String json = "{\"id\":1,\"name\":\"Ada\",\"roles\":[{\"id\":7,\"seat\":{\"userId\":1,\"roleId\":7}}]}";
            assertThat(mapper.writeValueAsString(ada)).isEqualTo(json);
            assertThat(rows.toJson(ada)).hasToString(json);
            assertThat(mapper.writeValueAsString(rows.all())).isEqualTo("[{\"id\":1,\"name\":\"Ada\"}]");
        }
    }

    @Test
    void pointsInTimeHaveMillisecondsAtLeast() {
        try (Store store = Store.create()) {
            EntityType<Row> type = EntityType.dynamic("events")
                    .number("id", null)
                    .attr("at", (Object) null)
                    .build();
            Repository<Row> events = Database.on(store, type).repository(type);
            Instant second = Instant.parse("2024-02-29T10:00:00Z");
            assertThat(events.toJson(events.make(Map.of("id", 1, "at", second))))
                    .hasToString("{\"id\":1,\"at\":\"2024-02-29T10:00:00.000Z\"}");
            assertThat(events.toJson(events.make(Map.of("id", 1, "at", second.plusNanos(1)))))
                    .hasToString("{\"id\":1,\"at\":\"2024-02-29T10:00:00.000000001Z\"}");
        }
    }

    @Test
    void whatToJsonWritesSaveJsonReads() {
        List<User> users =
                blog.users.query().with(User_.roles).with(User_.posts).get();
        List<String> trees = new ArrayList<>();
        users.forEach(user -> trees.add(blog.users.toJson(user).toString()));
        try (Blog other = new Blog()) {
            trees.forEach(other.users::saveJson);
            assertThat(other.users.query().with(User_.roles).with(User_.posts).get())
                    .isEqualTo(users);
        }
    }

    @Test
    void aLongListIsStoredInOneTransitionWithProgress() {
        StringBuilder json = new StringBuilder("[");
        for (int i = 10; i < 2_510; i++) {
            json.append(i == 10 ? "" : ",").append("{\"id\":").append(i).append(",\"roles\":[{\"id\":1}]}");
        }
        long before = blog.store.version();
        List<Long> progress = new ArrayList<>();
        long count = blog.users.saveJson(stream(json.append("]").toString()), progress::add);

        assertThat(count).isEqualTo(2_500);
        assertThat(progress).containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(blog.store.version()).isEqualTo(before + 1);
        assertThat(blog.users.all()).hasSize(2_503);
        assertThat(blog.links.all()).hasSize(2_503);
    }

    @Test
    void aWrongRecordInTheMiddleLeavesTheStoreAsItWas() {
        StateTree tree = blog.store.state();
        StringBuilder json = new StringBuilder("[");
        for (int i = 10; i < 1_510; i++) {
            json.append("{\"id\":").append(i).append("},");
        }
        String wrong = json.append("{\"id\":9999,\"name\":5}]").toString();
        assertThatThrownBy(() -> blog.users.insertJson(stream(wrong), LoadProgress.IGNORED))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("Action \"insert users\" failed: Attribute \"users.name\" expects a text, found 5 (Integer)"
                        + " at /1500/name");
        assertThatThrownBy(() -> blog.users.insertJson(stream("[{\"id\":10},{\"id\":"), LoadProgress.IGNORED))
                .isInstanceOf(ActionFailedException.class)
                .hasMessageStartingWith("Action \"insert users\" failed: Malformed JSON at line 1, column ");
        assertThatThrownBy(() -> blog.users.insertJson(stream("{\"id\":10}"), LoadProgress.IGNORED))
                .hasMessage("Action \"insert users\" failed: Expected a JSON list of records, found {");
        assertThat(blog.store.state()).isSameAs(tree);
    }

    @Test
    void aLoadThatIsCancelledStoresNothing() {
        StateTree tree = blog.store.state();
        assertThatThrownBy(() -> blog.users.insertJson(stream("[{\"id\":10},{\"id\":11}]"), count -> false))
                .isInstanceOf(ActionFailedException.class)
                .hasCauseInstanceOf(CancellationException.class)
                .hasMessage("Action \"insert users\" failed: cancelled after 2 records; nothing was stored");
        assertThat(blog.store.state()).isSameAs(tree);
    }
}
