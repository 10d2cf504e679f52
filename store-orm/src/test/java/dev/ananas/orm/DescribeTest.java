package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.LiveDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescribeTest {
    private final Blog blog = Blog.filled();

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void withoutQueriesThereIsNothingToDescribe() {
        assertThat(blog.db.describe().levels()).isEmpty();
        assertThat(blog.db.describe()).hasToString("no transition yet");
    }

    @Test
    void itTellsWhyAQueryToldItsAnswerAgain() {
        blog.users
                .query()
                .where(User_.active.isTrue())
                .with(User_.roles)
                .orderBy(User_.name)
                .flux()
                .subscribe();
        blog.posts.query().where(Post_.score.gt(3)).count().flux().subscribe();
        blog.roles.update(2L, Role_.title.to("Writer"));

        LiveDescription now = blog.db.describe();
        assertThat(now.version()).isEqualTo(blog.store.version());
        assertThat(now)
                .hasToString("version 2, action \"update roles\", rows changed: {roles=1}"
                        + "\n  number of posts where score > 3: 1 key, 2 members, 0 routes, 1 subscription; untouched"
                        + "\n  roles via users.roles by roleUser.userId: 2 keys, 3 members, 2 routes, 0 subscriptions;"
                        + " settled because roles changed: 10 rows visited, 2 models changed, 2 lists published"
                        + "\n  users by active ordered by 1 term with roles: 1 key, 2 members, 0 routes, 1 subscription;"
                        + " settled because lists of roles via users.roles by roleUser.userId changed:"
                        + " 0 rows visited, 2 models changed, 1 list published");
    }

    @Test
    void plansReadLikeQueries() {
        blog.users
                .query()
                .where(User_.name.like("A%").or(User_.id.in(java.util.List.of(1L, 2L))))
                .where(Condition.<dev.ananas.orm.example.User>named("kind", user -> true)
                        .not())
                .whereHas(User_.posts, posts -> posts)
                .limit(3)
                .flux()
                .subscribe();
        assertThat(blog.db.describe().levels().get(0).plan())
                .isEqualTo(
                        "users where (name like A% or id in [1, 2]) and not 'kind' and count of posts >= 1 in windows");
    }
}
