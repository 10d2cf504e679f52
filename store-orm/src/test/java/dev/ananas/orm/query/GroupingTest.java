package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private final Blog blog = Blog.filled();

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void groupsComeInTheOrderOfTheirFirstModel() {
        Map<Long, List<Post>> groups =
                blog.posts.query().orderBy(Post_.score).groupBy(Post_.userId).get();
        assertThat(groups.keySet()).containsExactly(null, 1L);
        assertThat(groups.get(1L)).extracting(Post::title).containsExactly("Hello", "World");
        assertThat(blog.posts.query().groupBy("userId").get()).isEqualTo(groups);
        assertThat(blog.posts
                        .query()
                        .where(Post_.score.gt(99))
                        .groupBy(Post_.userId)
                        .get())
                .isEmpty();
    }

    @Test
    void severalAttributesMakeListsAsKeys() {
        Map<List<Object>, List<Post>> groups =
                blog.posts.query().groupBy("userId", "score", "id").get();
        assertThat(groups.keySet()).containsExactly(List.of(1L, 5, 1L), List.of(1L, 7, 2L), Arrays.asList(null, 1, 3L));
    }

    @Test
    void groupsAreImmutable() {
        Map<Long, List<Post>> groups = blog.posts.query().groupBy(Post_.userId).get();
        assertThatThrownBy(groups::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> groups.get(1L).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aGroupThatDidNotChangeKeepsItsList() {
        List<Map<Long, List<Post>>> seen = new ArrayList<>();
        blog.posts.query().where(Post_.score.gt(0)).groupBy(Post_.userId).flux().subscribe(seen::add);
        blog.posts.update(3L, Post_.title.to("Found"));
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).get(1L)).isSameAs(seen.get(0).get(1L));
        assertThat(seen.get(1).get(null)).extracting(Post::title).containsExactly("Found");

        blog.posts.save(Post_.of(4L, "Draft", 0, 1L));
        assertThat(seen).as("nothing that is shown changed").hasSize(2);
        blog.posts.update(3L, Post_.userId.to(2L));
        assertThat(seen).hasSize(3);
        assertThat(seen.get(2).keySet()).containsExactly(1L, 2L);
    }

    @Test
    void groupsInAnotherOrderAreOtherGroups() {
        List<Map<Long, List<Post>>> seen = new ArrayList<>();
        blog.posts.query().orderBy(Post_.title).groupBy(Post_.id).flux().subscribe(seen::add);
        blog.posts.update(1L, Post_.title.to("Zero"));
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).keySet()).containsExactly(3L, 2L, 1L);
        assertThat(seen.get(1).get(2L)).isSameAs(seen.get(0).get(2L));
    }

    @Test
    void groupsComeWithTheirRelations() {
        Map<Boolean, List<User>> groups =
                blog.users.query().with(User_.posts).groupBy(User_.active).get();
        assertThat(groups.get(true).get(0).posts()).hasSize(2);
    }
}
