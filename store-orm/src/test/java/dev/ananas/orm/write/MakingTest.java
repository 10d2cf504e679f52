package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Role;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.ActionFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakingTest {
    private static final EntityType<Row> TICKETS = EntityType.dynamic("tickets")
            .uid("id")
            .string("subject", "none")
            .number("votes", 7)
            .build();

    @Test
    void createStoresARecordOfDefaultsAndGeneratedIds() {
        try (Tables tables = new Tables(TICKETS)) {
            Row made = tables.of("tickets").create().orElseThrow();
            assertThat(made.get("id")).isInstanceOf(String.class);
            assertThat(made.get("subject")).isEqualTo("none");
            assertThat(tables.of("tickets").all()).containsExactly(made);
            assertThat(tables.of("tickets").create().orElseThrow().get("id")).isNotEqualTo(made.get("id"));
        }
    }

    @Test
    void createNeedsAKeyThatIsGeneratedOrHasADefault() {
        try (Blog blog = new Blog()) {
            assertThatThrownBy(blog.users::create)
                    .isInstanceOf(ActionFailedException.class)
                    .hasMessage("Action \"create users\" failed: A record of \"users\" has no value for key attribute"
                            + " \"id\": {}; give it a value or declare it with uid(\"id\")");
        }
    }

    @Test
    void makeStoresNothing() {
        try (Tables tables = new Tables(TICKETS)) {
            assertThat(tables.of("tickets").make().get("id")).isInstanceOf(String.class);
            assertThat(tables.of("tickets").make(map("votes", 1)).get("votes")).isEqualTo(1L);
            assertThat(tables.of("tickets").all()).isEmpty();
            assertThat(tables.store.version()).isZero();
        }
    }

    @Test
    void makeNestsAndFillsInNoKeys() {
        try (Blog blog = new Blog()) {
            User made = blog.users.make(map("id", 1, "posts", List.of(map("id", 2, "title", "t"))));
            assertThat(made.posts().get(0).title()).isEqualTo("t");
            assertThat(made.posts().get(0).userId()).isNull();
            assertThat(made.roles().isLoaded()).isFalse();
            assertThat(blog.users.makeAll(List.of(map(), map("name", "Ada"))))
                    .extracting(User::name)
                    .containsExactly("", "Ada");
        }
    }

    @Test
    void firstOrCreateAnswersTheFirstMatchAsItIs() {
        try (Blog blog = Blog.filled()) {
            long version = blog.store.version();
            assertThat(blog.users.firstOrCreate(User_.active.to(true), User_.name.to("Eva")))
                    .hasValueSatisfying(user -> assertThat(user.name()).isEqualTo("Ada"));
            assertThat(blog.store.version()).isEqualTo(version);
        }
    }

    @Test
    void firstOrCreateSavesBothPartsIfNothingMatches() {
        try (Blog blog = Blog.filled()) {
            User made = blog.users
                    .firstOrCreate(map("name", "Dan"), map("id", 4, "active", true, "roles", List.of(map("id", 1))))
                    .orElseThrow();
            assertThat(made.roles()).extracting(Role::title).containsExactly("Admin");
            assertThat(blog.users
                            .firstOrCreate(map("name", "Dan"), map("id", 5))
                            .orElseThrow()
                            .id())
                    .isEqualTo(4L);
        }
    }

    @Test
    void updateOrCreateChangesTheFirstMatchAndKeepsItsKey() {
        try (Blog blog = Blog.filled()) {
            User changed = blog.users
                    .updateOrCreate(User_.active.to(true), User_.name.to("Eva"))
                    .orElseThrow();
            assertThat(changed).isEqualTo(User_.of(1L, "Eva", true));
            assertThat(blog.users
                            .updateOrCreate(map("name", "Dan"), map("id", 4))
                            .orElseThrow())
                    .isEqualTo(User_.of(4L, "Dan", false));
            assertThat(blog.users.all()).hasSize(4);
        }
    }

    @Test
    void lookingForAnUnknownAttributeIsAnError() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> blog.users.firstOrCreate(Patch.of("nam", "Ada"), Patch.of("id", 4L)))
                    .hasMessage(
                            "Action \"first or create users\" failed: Unknown attribute \"nam\" in entity \"users\";"
                                    + " did you mean \"name\"?");
        }
    }

    @Test
    void reviveGivesStoredRecordsAlongATreeOfKeysInItsOrder() {
        try (Blog blog = Blog.filled()) {
            User user = blog.users
                    .revive(map(
                            "id", 1, "posts", List.of(map("id", 2), map("id", 99), map("id", 1)), "roles", List.of()))
                    .orElseThrow();
            assertThat(user.name()).isEqualTo("Ada");
            assertThat(user.posts()).extracting(post -> post.id()).containsExactly(2L, 1L);
            assertThat(user.roles()).isEmpty();
            assertThat(blog.users.revive(map("id", 99))).isEmpty();
            assertThat(blog.users.reviveJson("[{\"id\": 3}, {\"id\": 99}, {\"id\": 1}]"))
                    .extracting(User::id)
                    .containsExactly(3L, 1L);
            assertThatThrownBy(() -> blog.users.reviveAll(List.of(map("name", "Ada"))))
                    .isInstanceOf(DataException.class)
                    .hasMessage(
                            "A record of \"users\" has no value for key attribute \"id\": {name=Ada}; give it a value"
                                    + " or declare it with uid(\"id\")");
        }
    }

    @Test
    void loadGivesTheModelsAsTheyAreNowWithRelations() {
        try (Blog blog = Blog.filled()) {
            List<User> users = blog.users.query().orderBy(User_.id.desc()).get();
            blog.users.update(1L, User_.name.to("Eva"));
            blog.users.delete(2L);
            List<User> loaded = blog.users.load(users, query -> query.with(User_.roles));
            assertThat(loaded).extracting(User::name).containsExactly("Cem", "Eva");
            assertThat(loaded.get(1).roles()).extracting(Role::title).containsExactly("Admin", "Author");
            assertThat(users.get(2).name()).isEqualTo("Ada");
        }
    }
}
