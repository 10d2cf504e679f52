package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.Key;
import dev.ananas.store.ActionFailedException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataErrorsTest {
    private static void refused(Blog blog, String message, ThrowingCallable write) {
        long version = blog.store.version();
        assertThatThrownBy(write)
                .isInstanceOf(ActionFailedException.class)
                .hasMessage(message)
                .hasCauseInstanceOf(DataException.class);
        assertThat(blog.store.version()).isEqualTo(version);
    }

    @Test
    void aMissingKeyIsNamedWithTheRecordAndTheWayOut() {
        try (Blog blog = new Blog()) {
            String saved = "Action \"save users\" failed: A record of \"users\" has no value for key attribute \"id\":"
                    + " {name=Ada}; give it a value or declare it with uid(\"id\")";
            refused(blog, saved, () -> blog.users.saveMap(map("name", "Ada")));
            refused(blog, saved, () -> blog.users.saveJson("{\"name\": \"Ada\"}"));
            refused(
                    blog,
                    "Action \"insert posts\" failed: A record of \"posts\" has no value for key attribute \"id\":"
                            + " {title=Hello, score=5}; give it a value or declare it with uid(\"id\")",
                    () -> blog.posts.insert(Post_.of(null, "Hello", 5, null)));
        }
    }

    @Test
    void everyMissingPartOfAKeyIsNamed() {
        try (Blog blog = new Blog()) {
            refused(
                    blog,
                    "Action \"insert roleUser\" failed: A record of \"roleUser\" has no value for key attributes"
                            + " \"roleId\" and \"userId\": {level=1}; give them values or declare them with uid(...)",
                    () -> blog.links.insertMaps(List.of(map("level", 1))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": 1, "name": 5}                          | Attribute "users.name" expects a text, found 5 (Integer) at /name
            [{"id": 1}, {"id": "x"}]                      | Attribute "users.id" expects a value of Long, found "x" (String) at /1/id
            {"id": 1, "posts": [{"id": 1, "score": 1.5}]} | Attribute "posts.score" expects a value of Integer, found 1.5 (BigDecimal) at /posts/0/score
            {"id": 1, "roles": [{"id": 1, "pivot": {"level": "high"}}]} | Attribute "roleUser.level" expects a value of Integer, found "high" (String) at /roles/0/pivot/level
            {"id": 1, "roles": {"id": 1}}                 | Relation "users.roles" expects a list of records, found a map at /roles
            {"id": 1, "roles": 7}                         | Relation "users.roles" expects a list of records, found 7 (Integer) at /roles
            {"id": 1, "roles": [1]}                       | Entity "roles" expects a record, found 1 (Integer) at /roles/0
            {"id": 1, "posts": [{"id": 1, "author": [{"id": 1}, {"id": 2}]}]} | Relation "posts.author" expects one record, found a list of 2 at /posts/0/author
            [1]                                           | Entity "users" expects a record, found 1 (Integer) at /0
            7                                             | Expected a JSON object or a list of them, found 7
            """)
    void whatDoesNotFitIsNamedWithItsPlace(String json, String message) {
        try (Blog blog = new Blog()) {
            refused(blog, "Action \"save users\" failed: " + message, () -> blog.users.saveJson(json));
        }
    }

    @Test
    void malformedJsonIsReportedWithItsPlace() {
        try (Blog blog = new Blog()) {
            assertThatThrownBy(() -> blog.users.saveJson("{\"id\": 1,\n \"name\" \"Ada\"}"))
                    .hasMessageStartingWith(
                            "Action \"save users\" failed: Malformed JSON at line 2, column 9: Unexpected character")
                    .hasCauseInstanceOf(DataException.class);
            assertThatThrownBy(() -> blog.users.saveJson(""))
                    .hasMessage(
                            "Action \"save users\" failed: Expected a JSON object or a list of them, found no JSON at"
                                    + " all");
            assertThatThrownBy(() -> blog.users.saveJson("{\"id\": 1} x")).hasMessageContaining("Malformed JSON");
        }
    }

    @Test
    void nullForAPrimitiveIsExplained() {
        try (Blog blog = new Blog()) {
            refused(
                    blog,
                    "Action \"save users\" failed: A record of \"users\" has null for \"active\" where its class takes no null:"
                            + " {id=1, name=Ada}",
                    () -> blog.users.saveMap(map("id", 1, "name", "Ada", "active", null)));
        }
    }

    @Test
    void modelsOfAnotherEntityAreRefused() {
        try (Blog blog = new Blog()) {
            @SuppressWarnings({"unchecked", "rawtypes"})
            Repository<Object> users = (Repository) blog.users;
            refused(
                    blog,
                    "Action \"insert users\" failed: Entity \"users\" expects models of " + User.class.getSimpleName()
                            + " that belong to it, found Role",
                    () -> users.insert("Role"));
        }
    }

    @Test
    void keysOfTheWrongShapeOrTypeAreRefused() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> blog.users.find("1"))
                    .hasMessage("Attribute \"users.id\" holds a value of Long and cannot be compared with 1 (String)");
            assertThatThrownBy(() -> blog.users.find(Key.of(1L, 2L)))
                    .hasMessage("Entity \"users\" expects a value of \"id\" as key, found [1, 2]");
            assertThatThrownBy(() -> blog.links.find(1L))
                    .hasMessage("Entity \"roleUser\" expects a Key of 2 parts [roleId, userId], found 1");
            assertThatThrownBy(() -> blog.links.delete(1L))
                    .hasMessage("Action \"delete roleUser\" failed: Entity \"roleUser\" expects a Key of 2 parts"
                            + " [roleId, userId], found 1");
        }
    }
}
