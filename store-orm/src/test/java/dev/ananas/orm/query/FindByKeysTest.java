package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.model.Key;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindByKeysTest {
    private final Blog blog = Blog.filled();

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void withoutAnOrderModelsComeInTheOrderOfTheKeys() {
        assertThat(blog.posts.query().find(List.of(3L, 9L, 1L, 3L, 2L)).get())
                .extracting("id")
                .containsExactly(3L, 1L, 2L);
        assertThat(blog.posts
                        .query()
                        .offset(1)
                        .limit(1)
                        .find(List.of(3L, 9L, 1L, 2L))
                        .get())
                .extracting("id")
                .containsExactly(1L);
        assertThat(blog.posts.query().find(List.of()).get()).isEmpty();
    }

    @Test
    void anOrderAndAWindowCountOnceForAll() {
        Query<?> best = blog.posts.query().orderBy(Post_.score.desc());
        assertThat(best.find(List.of(1L, 2L, 3L)).get()).extracting("id").containsExactly(2L, 1L, 3L);
        assertThat(best.offset(1).limit(1).find(List.of(3L, 1L, 2L)).get())
                .extracting("id")
                .containsExactly(1L);
        assertThat(best.find(List.of()).get()).isEmpty();
        assertThat(best.find(List.of(9L)).get()).isEmpty();
        assertThat(best.where("score", ">", 5)
                        .orWhere(Condition.of("id", "=", 3L))
                        .find(List.of(1L, 3L))
                        .get())
                .extracting("id")
                .containsExactly(3L);
    }

    @Test
    void compositeKeysAsWell() {
        assertThat(blog.links
                        .query()
                        .orderBy(RoleUser_.level)
                        .find(List.of(Key.of(1L, 1L), Key.of(2L, 2L), Key.of(9L, 9L)))
                        .get())
                .extracting("level")
                .containsExactly(2, 3);
        assertThatThrownBy(() -> blog.links
                        .query()
                        .orderBy(RoleUser_.level)
                        .find(List.of(1L, 2L))
                        .get())
                .hasMessageContaining("expects a Key of 2 parts");
    }

    @Test
    void liveAnswersFollowTheirKeysOnly() {
        List<List<String>> seen = new ArrayList<>();
        Query<Post> posts = blog.posts.query();
        posts.orderBy(Post_.score)
                .limit(1)
                .find(List.of(1L, 2L))
                .flux()
                .subscribe(found -> seen.add(found.stream().map(Post::title).toList()));
        posts.limit(1)
                .find(List.of(2L, 1L))
                .flux()
                .subscribe(found -> seen.add(found.stream().map(Post::title).toList()));
        assertThat(seen).containsExactly(List.of("Hello"), List.of("World"));
        seen.clear();

        blog.posts.update(3L, Post_.score.to(-1));
        assertThat(seen).isEmpty();
        blog.posts.update(1L, Post_.score.to(9));
        assertThat(seen).containsExactly(List.of("World"));
        seen.clear();
        blog.posts.delete(2L);
        assertThat(seen).containsExactly(List.of("Hello"), List.of("Hello"));
    }
}
