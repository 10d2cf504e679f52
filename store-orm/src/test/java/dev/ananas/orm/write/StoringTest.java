package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.view.ToMany;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Insert, fresh, delete, destroy, clear. */
class StoringTest {

    @Test
    void insertingReplacesEntirelyAndKeepsThePlace() {
        try (Blog blog = Blog.filled()) {
            blog.posts.insertMaps(List.of(map("id", 1, "title", "New")));
            assertThat(blog.posts.all()).first().isEqualTo(Post_.of(1L, "New", null, null));
        }
    }

    @Test
    void insertingIgnoresRelations() {
        try (Blog blog = new Blog()) {
            User user = new User(1L, "Ada", true, ToMany.of(Role_.of(1L, "Admin")), ToMany.of());
            assertThat(blog.users.insert(user)).isEqualTo(User_.of(1L, "Ada", true));
            blog.users.insertJson("{\"id\": 2, \"roles\": [{\"id\": 2}]}");
            assertThat(blog.users.find(2L)).contains(User_.of(2L, "", false));
            assertThat(blog.roles.all()).isEmpty();
            assertThat(blog.links.all()).isEmpty();
        }
    }

    @Test
    void theSameModelIsStoredWithoutACopy() {
        try (Blog blog = new Blog()) {
            Post post = Post_.of(1L, "Hello", 5, null);
            assertThat(blog.posts.insert(post)).isSameAs(post);
            assertThat(blog.posts.find(1L)).containsSame(post);
        }
    }

    @Test
    void freshStartsAnew() {
        try (Blog blog = Blog.filled()) {
            blog.posts.fresh(List.of(Post_.of(3L, "c", 1, null), Post_.of(1L, "a", 1, null)));
            assertThat(blog.posts.all()).extracting(Post::id).containsExactly(3L, 1L);
            blog.posts.freshMaps(List.of(map("id", 4L)));
            assertThat(blog.posts.all()).containsExactly(Post_.of(4L, "", null, null));
            assertThat(blog.posts.fresh(List.of())).isEmpty();
            assertThat(blog.posts.all()).isEmpty();
            assertThat(blog.users.all()).hasSize(3);
        }
    }

    @Test
    void destroyingAnswersWhatWasThereInTheOrderOfTheKeys() {
        try (Blog blog = Blog.filled()) {
            assertThat(blog.posts.destroy(List.of(3L, 99L, 1L, 3L)))
                    .extracting(Post::id)
                    .containsExactly(3L, 1L);
            assertThat(blog.posts.all()).extracting(Post::id).containsExactly(2L);
        }
    }

    @Test
    void deletingByQueryFollowsItsOrderAndWindow() {
        try (Blog blog = Blog.filled()) {
            List<Post> deleted = blog.posts.delete(
                    blog.posts.query().orderBy(Post_.score.desc()).limit(2).with(Post_.author));
            assertThat(deleted).extracting(Post::title).containsExactly("World", "Hello");
            assertThat(deleted.get(0).author().isLoaded()).isFalse();
            assertThat(blog.posts.all()).extracting(Post::title).containsExactly("Lost");
        }
    }

    @Test
    void deletingAnswersTheModelOrNothing() {
        try (Blog blog = Blog.filled()) {
            assertThat(blog.users.delete(2L)).contains(User_.of(2L, "Ben", true));
            long version = blog.store.version();
            assertThat(blog.users.delete(2L)).isEmpty();
            assertThat(blog.store.version()).isEqualTo(version);
        }
    }

    @Test
    void clearingCountsAndLeavesOtherEntitiesAlone() {
        try (Blog blog = Blog.filled()) {
            assertThat(blog.roles.clear()).isEqualTo(3);
            long version = blog.store.version();
            assertThat(blog.roles.clear()).isZero();
            assertThat(blog.store.version()).isEqualTo(version);
            assertThat(blog.links.all()).hasSize(3);
        }
    }

    @Test
    void whatWasInsertedTwiceInOneCallIsTheLaterOne() {
        try (Blog blog = new Blog()) {
            List<Post> inserted =
                    blog.posts.insertAll(List.of(Post_.of(1L, "a", 1, null), Post_.of(1L, "b", null, null)));
            assertThat(inserted).extracting(Post::title).containsExactly("b", "b");
        }
    }
}
