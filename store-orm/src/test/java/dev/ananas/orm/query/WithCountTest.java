package dev.ananas.orm.query;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.RelationNotLoadedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers of related models beside the models: asked once, live, nested, of classes and of rows. */
class WithCountTest {

    @Test
    void aRelationIsCountedWithoutBeingLoaded() {
        try (Blog blog = Blog.filled()) {
            List<User> users =
                    blog.users.query().withCount(User_.posts).withCount("roles").get();
            assertThat(users).extracting(user -> user.posts().count()).containsExactly(2L, 0L, 0L);
            assertThat(users).extracting(user -> user.roles().count()).containsExactly(2L, 1L, 0L);
            assertThat(users.get(0).posts().isLoaded()).isFalse();
            assertThat(users.get(0).posts()).hasToString("<2, not loaded>");
        }
    }

    @Test
    void whatIsNeitherCountedNorLoadedSaysHowToCountIt() {
        try (Blog blog = Blog.filled()) {
            User user = blog.users.query().first().orElseThrow();
            assertThat(user.posts().isCounted()).isFalse();
            assertThatThrownBy(() -> user.posts().count())
                    .isInstanceOf(RelationNotLoadedException.class)
                    .hasMessage("User.posts was not counted; add .withCount(User_.posts) to the query");
        }
    }

    @Test
    void clausesSayWhichModelsCount() {
        try (Blog blog = Blog.filled()) {
            User user = blog.users
                    .query()
                    .withCount(User_.posts, posts -> posts.where(Post_.score.gt(5)))
                    .withCount(User_.roles, roles -> roles.wherePivot(RoleUser_.level.ge(2)))
                    .first()
                    .orElseThrow();
            assertThat(user.posts().count()).isEqualTo(1);
            assertThat(user.roles().count()).isEqualTo(1);
        }
    }

    @Test
    void aListOfSomeKnowsHowManyThereAre() {
        try (Blog blog = Blog.filled()) {
            User user = blog.users
                    .query()
                    .with(User_.posts, posts -> posts.limit(1))
                    .withCount(User_.posts)
                    .first()
                    .orElseThrow();
            assertThat(user.posts()).extracting(Post::title).containsExactly("Hello");
            assertThat(user.posts().count()).isEqualTo(2);
            assertThat(blog.users
                            .query()
                            .with(User_.posts)
                            .first()
                            .orElseThrow()
                            .posts()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void relatedModelsAreCountedInsideTheirInclude() {
        try (Blog blog = Blog.filled()) {
            User user = blog.users
                    .query()
                    .with(User_.roles, roles -> roles.withCount(Role_.users))
                    .first()
                    .orElseThrow();
            assertThat(user.roles()).extracting(role -> role.users().count()).containsExactly(1L, 2L);
        }
    }

    @Test
    void aModelThatWasCountedIsSavedAsItIs() {
        try (Blog blog = Blog.filled()) {
            User user = blog.users.query().withCount(User_.posts).first().orElseThrow();
            blog.users.save(user);
            assertThat(blog.users.find(1L).orElseThrow().posts().isCounted()).isFalse();
            assertThat(blog.users.save(new User(1L, "Eva", true, user.roles(), user.posts())))
                    .hasValueSatisfying(
                            saved -> assertThat(saved.posts().isCounted()).isFalse());
        }
    }

    @Test
    void aChangeOfTheCountAndNothingElseIsAnEmission() {
        try (Blog blog = Blog.filled()) {
            List<List<User>> seen = new ArrayList<>();
            blog.users
                    .query()
                    .withCount(User_.posts, posts -> posts.where(Post_.score.gt(5)))
                    .orderBy(User_.name)
                    .flux()
                    .subscribe(seen::add);
            blog.posts.update(1L, Post_.title.to("Other"));
            blog.posts.update(2L, Post_.score.to(8));
            blog.posts.update(3L, Post_.score.to(9));
            assertThat(seen).hasSize(1);
            blog.posts.update(1L, Post_.score.to(6));
            assertThat(seen).hasSize(2);
            assertThat(seen.get(1).get(0).posts().count()).isEqualTo(2);
            assertThat(seen.get(1).get(1)).isSameAs(seen.get(0).get(1));
            blog.posts.update(2L, Post_.userId.to(2L));
            assertThat(seen.get(2)).extracting(user -> user.posts().count()).containsExactly(1L, 1L, 0L);
            blog.store.transaction("swap", () -> {
                blog.posts.update(1L, Post_.userId.to(2L));
                blog.posts.update(2L, Post_.userId.to(1L));
            });
            assertThat(seen).as("the numbers are what they were").hasSize(3);
        }
    }

    @Test
    void aCountOutsideOfTheWindowIsNoEmissionAndCountsWithinItAre() {
        try (Blog blog = Blog.filled()) {
            List<List<User>> seen = new ArrayList<>();
            blog.users
                    .query()
                    .withCount(User_.posts)
                    .orderBy(User_.name)
                    .limit(1)
                    .flux()
                    .subscribe(seen::add);
            blog.posts.save(Post_.of(9L, "Ben's", 1, 2L));
            assertThat(seen).hasSize(1);
            blog.users.update(2L, User_.name.to("Aaa"));
            assertThat(seen.get(1).get(0).posts().count()).isEqualTo(1);
            blog.posts.delete(9L);
            assertThat(seen.get(2).get(0).posts().count()).isZero();
        }
    }

    private static Tables authors() {
        return new Tables(
                EntityType.dynamic("authors")
                        .attr("id", null)
                        .attr("favouriteIds", null)
                        .number("stars_count", 7)
                        .hasMany("books", "books", "authorId")
                        .hasManyBy("favourites", "books", "favouriteIds")
                        .hasMany("stars", "books", "authorId")
                        .build(),
                EntityType.dynamic("books")
                        .attr("id", null)
                        .attr("authorId", null)
                        .belongsTo("author", "authors", "authorId")
                        .build());
    }

    @Test
    void aRowHasTheNumberUnderTheNameOfTheRelation() {
        try (Tables db = authors()) {
            db.of("authors").saveMap(map("id", 1, "favouriteIds", List.of(3, 4, 3, 99)));
            db.of("books").insertMaps(List.of(map("id", 3, "authorId", 1), map("id", 4)));
            Row row = db.of("authors")
                    .query()
                    .withCount("books")
                    .withCount("favourites")
                    .withCount("stars")
                    .first()
                    .orElseThrow();
            assertThat(row.get("books_count")).isEqualTo(1L);
            assertThat(row.get("favourites_count"))
                    .as("different books that exist")
                    .isEqualTo(2L);
            assertThat(row.get("stars_count")).as("an attribute comes first").isEqualTo(7L);
            assertThat(row.many("books").count()).isEqualTo(1L);
            Row other = db.of("authors").query().first().orElseThrow();
            assertThatThrownBy(() -> other.get("books_count")).hasMessageContaining("was not counted");
            assertThatThrownBy(() -> other.get("boks_count")).hasMessageContaining("Unknown attribute \"boks_count\"");
        }
    }

    @Test
    void wrongCallsSayWhatToDo() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> blog.posts.query().withCount(Post_.author).get())
                    .hasMessage("Relation \"posts.author\" leads to one record and is not counted; load it and ask"
                            + " isPresent()");
            assertThatThrownBy(() -> blog.users.query().withCount("posts", posts -> posts.limit(3)))
                    .hasMessage("withCount of \"posts\" counts every related model and takes no limit or offset, found"
                            + " limit 3; leave it out");
            assertThatThrownBy(() -> blog.users
                            .query()
                            .withCount("posts", posts -> posts.wherePivot("level", "=", 3))
                            .get())
                    .hasMessageContaining("Relation \"users.posts\" has no pivot to filter or order by");
            assertThatThrownBy(() -> blog.users.query().withCount("psts").get())
                    .hasMessage("Unknown relation \"psts\" in entity \"users\"; did you mean \"posts\"?");
            assertThat(blog.users.query().withCount("posts").explain()).isEqualTo("""
                            users: scan of all 3 rows of users; in insertion order; counts posts
                            3 models; 3 rows visited, 3 models built""");
            assertThat(blog.users.query().withCount(User_.posts, posts -> posts.where(Post_.id.gt(1L))))
                    .hasToString("users with count of posts(where id > 1)");
        }
    }

    @Test
    void law07AChangeCostsTheParentsItTouchesWhateverTheirNumber() {
        try (Blog blog = new Blog()) {
            List<User> users = new ArrayList<>();
            List<Post> posts = new ArrayList<>();
            for (long i = 0; i < 20_000; i++) {
                users.add(User_.of(i, "u" + i, true));
                posts.add(Post_.of(i, "p", 1, i / 2));
            }
            blog.users.insertAll(users);
            blog.posts.insertAll(posts);
            List<List<User>> seen = new ArrayList<>();
            blog.users
                    .query()
                    .withCount(User_.posts)
                    .withCount(User_.roles, roles -> roles.where(Role_.title.ne("x")))
                    .flux()
                    .subscribe(seen::add);
            blog.posts.update(8L, Post_.userId.to(9_999L));
            var work = LiveGraphs.of(blog.db).work();
            assertThat(seen.get(1).get(9_999).posts().count()).isEqualTo(3);
            assertThat(work.rowsVisited()).isLessThanOrEqualTo(4);
            assertThat(work.modelsBuilt()).isEqualTo(2);
            blog.users.relation(User_.posts).attach(3L, List.of(100L, 101L, 102L, 103L, 104L, 105L, 106L));
            assertThat(work.rowsVisited()).isLessThanOrEqualTo(10);
            blog.posts.update(8L, Patch.of("title", "other"));
            assertThat(seen).hasSize(3);
        }
    }
}
