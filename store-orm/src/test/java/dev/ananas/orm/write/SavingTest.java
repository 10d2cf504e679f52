package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingTest {
    private static Tables people() {
        return new Tables(EntityType.dynamic("people")
                .attr("id", (Object) null)
                .string("name", "nobody")
                .number("age", null)
                .attr("tags", List.of("new"))
                .build());
    }

    @Test
    void attributesThatAreNotNamedTakeDefaultsInNewRecordsAndStayInStoredOnes() {
        try (Tables db = people()) {
            db.of("people").saveMap(map("id", 1, "age", 36));
            assertThat(db.rows("people")).containsExactly("people{id=1, name=nobody, age=36, tags=[new]}");

            db.of("people").saveMap(map("id", 1, "name", "Ada"));
            assertThat(db.rows("people")).containsExactly("people{id=1, name=Ada, age=36, tags=[new]}");
        }
    }

    @Test
    void nullIsAValue() {
        try (Tables db = people()) {
            db.of("people").saveMap(map("id", 1, "name", "Ada", "age", 36));
            db.of("people").saveMap(map("id", 1, "name", null));
            assertThat(db.rows("people")).containsExactly("people{id=1, name=null, age=36, tags=[new]}");
        }
    }

    @Test
    void aRecordThatOccursTwiceIsMergedInOrderAndAnsweredTwice() {
        try (Tables db = people()) {
            List<Row> saved = db.of("people")
                    .saveMaps(List.of(
                            map("id", 1, "name", "first", "age", 4), map("id", 2), map("id", 1, "name", "second")));
            assertThat(saved).extracting(row -> row.get("name")).containsExactly("second", "nobody", "second");
            assertThat(db.rows("people"))
                    .containsExactly(
                            "people{id=1, name=second, age=4, tags=[new]}",
                            "people{id=2, name=nobody, age=null, tags=[new]}");
        }
    }

    @Test
    void mergingKeepsThePlaceInTheOrder() {
        try (Tables db = people()) {
            db.of("people").saveMaps(List.of(map("id", 3), map("id", 1), map("id", 2)));
            db.of("people").saveMaps(List.of(map("id", 1, "age", 1), map("id", 3, "age", 3)));
            assertThat(db.of("people").all()).extracting(row -> row.get("id")).containsExactly(3L, 1L, 2L);
        }
    }

    @Test
    void namesThatTheEntityDoesNotDeclareAreDropped() {
        try (Tables db = people()) {
            Row row = db.of("people").saveMap(map("id", 1, "color", "red")).orElseThrow();
            assertThat(row.attributes()).containsOnlyKeys("id", "name", "age", "tags");
        }
    }

    @Test
    void aModelReplacesAllAttributes() {
        try (Blog blog = new Blog()) {
            blog.posts.save(Post_.of(1L, "Hello", 5, 7L));
            Post saved = blog.posts.save(Post_.of(1L, "Bye", null, null)).orElseThrow();
            assertThat(saved).isEqualTo(Post_.of(1L, "Bye", null, null));
            assertThat(blog.posts.find(1L)).containsSame(saved);
        }
    }

    @Test
    void aModelWithoutPlaceholdersForItsRelationsGetsThem() {
        try (Blog blog = new Blog()) {
            User saved = blog.users.save(new User(1L, "Ada", true, null, null)).orElseThrow();
            assertThat(saved).isEqualTo(User_.of(1L, "Ada", true));
            assertThat(saved.roles().isLoaded()).isFalse();
        }
    }

    @Test
    void loadedRelationsAreSavedAndStoredModelsDoNotCarryThem() {
        try (Blog blog = new Blog()) {
            Post post = new Post(1L, "Hello", 5, null, ToOne.of(User_.of(7L, "Ada", true)));
            Post saved = blog.posts.save(post).orElseThrow();

            assertThat(saved.userId()).isEqualTo(7L);
            assertThat(saved.author().get().name()).isEqualTo("Ada");
            assertThat(blog.posts.find(1L)).contains(Post_.of(1L, "Hello", 5, 7L));
            assertThat(blog.users.all()).containsExactly(User_.of(7L, "Ada", true));
        }
    }

    @Test
    void aModelThatWasReadWithItsRelationsIsSavedBackWithoutAnyChange() {
        try (Blog blog = Blog.filled()) {
            User ada = blog.users
                    .query()
                    .with(User_.roles)
                    .with(User_.posts)
                    .first()
                    .get()
                    .orElseThrow();
            long version = blog.store.version();
            blog.users.save(ada);
            assertThat(blog.store.version()).isEqualTo(version);
        }
    }

    @Test
    void anEmptyOrMissingRelationChangesNothing() {
        try (Blog blog = Blog.filled()) {
            long version = blog.store.version();
            User answer = blog.users
                    .save(new User(1L, "Ada", true, ToMany.of(), ToMany.notLoaded("User", "posts")))
                    .orElseThrow();
            blog.users.saveMap(map("id", 1, "roles", null));
            blog.posts.save(new Post(1L, "Hello", 5, 1L, ToOne.empty()));

            assertThat(blog.store.version()).isEqualTo(version);
            assertThat(answer.roles()).isEmpty();
            assertThat(answer.posts().isLoaded()).isFalse();
        }
    }

    @Test
    void nothingToSaveIsNoTransition() {
        try (Blog blog = new Blog()) {
            assertThat(blog.users.saveAll(List.of())).isEmpty();
            assertThat(blog.users.saveJson("[]")).isEmpty();
            assertThat(blog.store.version()).isZero();
        }
    }

    @Test
    void rowsAreSavedLikeModels() {
        try (Tables db = people()) {
            Repository<Row> people = db.of("people");
            Row row = people.saveMap(map("id", 1, "name", "Ada")).orElseThrow();
            people.clear();
            assertThat(people.save(row)).contains(row);
            assertThat(people.insert(row)).isEqualTo(row);
        }
    }
}
