package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdatingTest {

    @Test
    void onlyWhatThePatchNamesChanges() {
        try (Blog blog = Blog.filled()) {
            assertThat(blog.posts.update(1L, Post_.title.to("Hi").and(Post_.userId.to(null))))
                    .contains(Post_.of(1L, "Hi", 5, null));
            assertThat(blog.posts.find(1L)).contains(Post_.of(1L, "Hi", 5, null));
            assertThat(blog.posts.update(99L, Post_.title.to("Hi"))).isEmpty();
        }
    }

    @Test
    void aQueryIsAnsweredInItsOrderWithoutRelations() {
        try (Blog blog = Blog.filled()) {
            List<Post> changed = blog.posts.update(
                    blog.posts
                            .query()
                            .where(Post_.userId.eq(1L))
                            .orderBy(Post_.id.desc())
                            .with(Post_.author),
                    Post_.score.to(0));
            assertThat(changed).containsExactly(Post_.of(2L, "World", 0, 1L), Post_.of(1L, "Hello", 0, 1L));
        }
    }

    @Test
    void namesThatTheEntityDoesNotDeclareAreDropped() {
        try (Blog blog = Blog.filled()) {
            assertThat(blog.posts.update(1L, Patch.of(map("nothing", 1, "score", 6))))
                    .contains(Post_.of(1L, "Hello", 6, 1L));
        }
    }

    @Test
    void anEqualPatchIsNoTransitionAndAnswersTheStoredModel() {
        try (Blog blog = Blog.filled()) {
            long version = blog.store.version();
            Post stored = blog.posts.find(1L).orElseThrow();
            assertThat(blog.posts.update(1L, Post_.score.to(5))).containsSame(stored);
            assertThat(blog.posts.update(1L, Post_.id.to(1L))).containsSame(stored);
            assertThat(blog.store.version()).isEqualTo(version);
        }
    }

    @Test
    void aKeyCannotBeChanged() {
        try (Blog blog = Blog.filled()) {
            assertThatThrownBy(() -> blog.users.update(1L, User_.id.to(9L)))
                    .hasMessage("Action \"update users\" failed: Key attribute \"id\" of \"users\" cannot be changed"
                            + " from 1 to 9; delete the record and insert it with the new key")
                    .hasCauseInstanceOf(DataException.class);
            assertThatThrownBy(() -> blog.links.update(RoleUser_.key(1L, 1L), RoleUser_.userId.to(2L)))
                    .hasCauseInstanceOf(DataException.class);
        }
    }

    @Test
    void aQueryOfAnotherEntityIsRefused() {
        try (Tables db = new Tables(
                EntityType.dynamic("a").attr("id", (Object) null).build(),
                EntityType.dynamic("b").attr("id", (Object) null).build())) {
            assertThatThrownBy(() -> db.of("a").update(db.of("b").query(), Patch.of("id", 1)))
                    .hasMessage("Action \"update a\" failed: The repository of \"a\" changes what a query"
                            + " on \"a\" matches, found b");
        }
    }
}
