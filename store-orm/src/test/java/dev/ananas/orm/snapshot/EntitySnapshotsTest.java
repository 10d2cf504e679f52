package dev.ananas.orm.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ananas.orm.EntityMigration;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.store.Transition;
import dev.ananas.store.snapshot.Migration;
import dev.ananas.store.snapshot.Restored;
import dev.ananas.store.snapshot.SnapshotException;
import dev.ananas.store.snapshot.Snapshots;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities in snapshots: restored by the difference, migrated, refused where they are damaged. */
class EntitySnapshotsTest {
    private static final String HEAD = "{\"ananas\":{\"format\":1,\"version\":1},\"slices\":{\"entities\":";

    private final Blog blog = Blog.filled();
    private final Snapshots snapshots = snapshots(blog);

    private static Snapshots snapshots(Blog blog) {
        return Snapshots.of(blog.store).section(blog.db.snapshot()).build();
    }

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void aSnapshotHasTheRowsOfEachEntityInInsertionOrder() {
        assertThat(snapshots.toJson())
                .startsWith(HEAD + "{\"next\":12,\"tables\":{\"users\":{\"numbers\":0,\"rows\":["
                        + "[0,{\"id\":1,\"name\":\"Ada\",\"active\":true}],");
    }

    @Test
    void theOtherStoreHasWhatTheFirstOneHad() {
        String json = snapshots.toJson();
        try (Blog other = new Blog()) {
            snapshots(other).restore(json);
            assertThat(other.users.query().with(User_.roles).get().toString())
                    .isEqualTo(blog.users.query().with(User_.roles).get().toString());
            assertThat(snapshots(other).toJson()).isEqualTo(json);
        }
    }

    @Test
    void liveQueriesGetWhatDiffersInOneEmission() {
        String json = snapshots.toJson();
        blog.store.transaction("changes", () -> {
            blog.users.delete(2L);
            blog.users.save(User_.of(9L, "Zoe", true));
            blog.users.relation(User_.roles).detach(1L, List.of(2L));
        });
        List<List<User>> seen = new ArrayList<>();
        blog.users.query().orderBy(User_.name).flux().subscribe(seen::add);
        List<Long> counts = new ArrayList<>();
        blog.links.query().where(RoleUser_.userId.eq(2L)).count().flux().subscribe(counts::add);
        List<Transition> transitions = new ArrayList<>();
        blog.store.transitions().subscribe(transitions::add);
        User ada = seen.get(0).get(0);
        snapshots.restore(json);
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1)).extracting(User::name).containsExactly("Ada", "Ben", "Cem");
        assertThat(seen.get(1).get(0)).isSameAs(ada);
        assertThat(counts).hasSize(1);
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).changes().size()).isEqualTo(3);
    }

    @Test
    void restoringWhatIsThereEmitsNothing() {
        List<List<User>> seen = new ArrayList<>();
        blog.users.query().with(User_.roles).flux().subscribe(seen::add);
        Object state = blog.store.state();
        snapshots.restore(snapshots.toJson());
        assertThat(blog.store.state()).isSameAs(state);
        assertThat(seen).hasSize(1);
    }

    @Test
    void anEntityThatNobodyKnowsIsKeptAndWrittenAgain() {
        String json =
                HEAD + "{\"next\":5,\"tables\":{\"legacy\":{\"numbers\":3,\"rows\":[[4,{\"id\":3,\"x\":1.10}]]}}}}}";
        Restored found = snapshots.restore(json);
        assertThat(found.kept()).containsExactly("entities/legacy");
        assertThat(blog.users.all()).isEmpty();
        blog.users.save(User_.of(1L, "Ada", true));
        assertThat(snapshots.toJson()).contains("\"legacy\":{\"numbers\":3,\"rows\":[[4,{\"id\":3,\"x\":1.10}]]}");
    }

    @Test
    void anUnknownAttributeIsDroppedAndToldAndAMissingOneHasItsDefault() {
        Restored found = snapshots.restore(
                HEAD
                        + "{\"next\":1,\"tables\":{\"users\":{\"numbers\":0,\"rows\":[[0,{\"id\":1,\"name\":\"Ada\",\"nick\":[1]}]]}}}}}");
        assertThat(found.dropped()).containsExactly("users.nick");
        assertThat(found.rows()).isEqualTo(1);
        assertThat(blog.users.all()).extracting(User::active).containsExactly(false);
    }

    @Test
    void olderEntitiesAreMigrated() {
        Snapshots newer = Snapshots.of(blog.store)
                .section(blog.db.snapshot())
                .version(2)
                .migrate(
                        1,
                        EntityMigration.renameEntity("people", "users")
                                .then(EntityMigration.renameAttribute("users", "nm", "name"))
                                .then(EntityMigration.changeAttribute(
                                        "users", "id", id -> IntNode.valueOf(Integer.parseInt(id.textValue()))))
                                .then(EntityMigration.defaultValue("users", "name", TextNode.valueOf("?")))
                                .then(EntityMigration.dropAttribute("users", "age"))
                                .then(EntityMigration.dropEntity("logs"))
                                .then(EntityMigration.rows(
                                        "users", row -> row.get("id").asInt() == 3 ? null : row))
                                .then(EntityMigration.rows("nothing", row -> null)))
                .build();
        Restored found = newer.restore(
                HEAD + "{\"next\":9,\"tables\":{\"logs\":{\"numbers\":0,\"rows\":[]},\"people\":"
                        + "{\"numbers\":0,\"rows\":[[2,{\"id\":\"1\",\"nm\":\"Ada\",\"age\":3}],[5,{\"id\":\"2\",\"nm\":null}],[7,{\"id\":\"3\"}]]}}}}}");
        assertThat(blog.users.all()).extracting(User::name).containsExactly("Ada", "?");
        assertThat(found.kept()).isEmpty();
        assertThat(found.dropped()).isEmpty();
    }

    @Test
    void aMigrationMayAddRowsWithoutAPlace() {
        Migration add = slices -> {
            ((com.fasterxml.jackson.databind.node.ArrayNode) slices.at("/entities/tables/users/rows"))
                    .addObject()
                    .put("id", 8)
                    .put("name", "Eve")
                    .put("active", true);
            return slices;
        };
        String json = snapshots.toJson();
        Snapshots.of(blog.store)
                .section(blog.db.snapshot())
                .version(2)
                .migrate(1, add)
                .build()
                .restore(json);
        blog.users.save(User_.of(9L, "Zoe", true));
        assertThat(blog.users.all()).extracting(User::name).containsExactly("Ada", "Ben", "Cem", "Eve", "Zoe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []                                       | ~~                 | the entities, an object, found a list
            {"tables": {}}                           | /tables            | a member "next", found the member "tables"
            {"next": 1, "tables": {"users": []}}     | /tables/users      | a table, {"numbers": ..., "rows": [...]}, found a list
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [7]}}} | /tables/users/rows/0 | a row, [place, {attributes}], found 7
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[0, {"id": 1, "name": 7}]]}}} | /tables/users/rows/0/1/name | "users.name" expects a text, found 7
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[0, {"id": 1.5, "name": "a"}]]}}} | /tables/users/rows/0/1/id | "users.id" expects a value of Long, found 1.5
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[0, {"id": 1, "name": "a", "active": null}]]}}} | /tables/users/rows/0 | Row of entity "users"
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[0, {"name": "a"}]]}}} | /tables/users/rows/0 | a value for each attribute of its key, found null
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[0, {"id": 1, "name": "a"}], [1, {"id": 1, "name": "b"}]]}}} | /tables/users/rows/1 | a key that no other row has, found 1 again
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[3, {"id": 1, "name": "a"}], [3, {"id": 2, "name": "b"}]]}}} | /tables/users/rows/1 | a place in insertion order above 3, found 3
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[3, {"id": 1, "name": "a"}, 4]]}}} | /tables/users/rows/0/2 | the end of a row, found 4
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[3, {"id": 1, "id": 2}]]}}} | /tables/users/rows/0/1/id | Duplicate field 'id'
            {"next": 1, "tables": {"users": {"numbers": 0, "rows": [[3, {"id": 1 | /tables/users/rows/0/1 | expected ']' (for Array starting at line 1, column 113)
            """)
    void damagedEntitiesAreRefusedWithTheirPlaceAndNothingChanges(String json, String pointer, String message) {
        Object state = blog.store.state();
        SnapshotException fault =
                catchThrowableOfType(SnapshotException.class, () -> snapshots.restore(HEAD + json + "}}"));
        assertThat(fault).isNotNull();
        assertThat(fault.getMessage()).containsIgnoringCase(message);
        assertThat(fault.pointer()).isEqualTo("/slices/entities" + pointer);
        assertThat(fault.column()).isGreaterThan(HEAD.length());
        assertThat(blog.store.state()).isSameAs(state);
    }
}
