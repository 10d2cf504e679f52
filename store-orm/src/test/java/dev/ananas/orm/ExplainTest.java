package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.User_;
import org.junit.jupiter.api.Test;

/** How a query is answered, in words. */
class ExplainTest {

    @Test
    void anExplanationNamesTheIndexesAndTheRowsVisited() {
        try (Blog blog = Blog.filled()) {
            assertThat(blog.users
                            .query()
                            .where(User_.name.like("A%"))
                            .with(User_.roles, roles -> roles.wherePivot(RoleUser_.level.gt(0)))
                            .with(User_.posts, posts -> posts.limit(1))
                            .orderBy(User_.name)
                            .explain())
                    .isEqualTo("""
                            users: scan of all 3 rows of users, then 1 test on each; sorted by 1 term
                              with roles: roleUser by index userId, then roles by key id, then 1 test on each; in insertion order
                              with posts: posts by index userId; in insertion order; from 0, at most 1
                            1 models; 9 rows visited, 4 models built""");
            assertThat(blog.users.query().where(User_.id.eq(2L)).explain()).isEqualTo("""
                            users: users by key id; in insertion order
                            1 models; 1 rows visited, 1 models built""");
        }
    }
}
