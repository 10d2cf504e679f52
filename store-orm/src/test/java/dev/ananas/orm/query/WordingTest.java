package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User_;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A query reads like what was asked. */
class WordingTest {
    private final Blog blog = new Blog();

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void clauses() {
        assertThat(blog.users.query()).hasToString("users");
        assertThat(blog.users
                        .query()
                        .where(User_.active.isTrue())
                        .orderBy(User_.name)
                        .limit(20)
                        .offset(40)
                        .with(
                                User_.roles,
                                roles -> roles.wherePivot(RoleUser_.level.ge(2))
                                        .orderByPivot(RoleUser_.level.desc())
                                        .inLinkOrder())
                        .with(User_.posts))
                .hasToString("users where active = true order by name limit 20 offset 40"
                        + " with roles(where pivot level >= 2 order by pivot level desc, link order), posts");
        assertThat(blog.users.query().with("posts.author").withAll(all -> all.limit(2)))
                .hasToString("users with posts(with author), all relations(limit 2)");
    }

    @Test
    void conditions() {
        Query<?> users = blog.users.query();
        assertThat(users.where("name", "like", "A%")
                        .where("id", List.of(1L, 2L))
                        .orWhere(Condition.of("id", "=", 3L)))
                .hasToString("users where (name like \"A%\" and id in [1, 2]) or id = 3");
        assertThat(users.where(Condition.of("name", "null", null)).where(Condition.named("own", user -> true)))
                .hasToString("users where name = null and 'own'");
        assertThat(blog.users
                        .query()
                        .whereHas(User_.posts, posts -> posts.where(Post_.title.eq("Hello")))
                        .doesntHave(User_.roles)
                        .where(User_.roles.count(roles -> roles).atLeast(3)))
                .hasToString("users where count of posts(where title = \"Hello\") >= 1 and not count of roles >= 1"
                        + " and count of roles >= 3");
    }

    @Test
    void orders() {
        assertThat(blog.posts
                        .query()
                        .orderBy(Order.by("author.name"))
                        .orderBy(Post_.score.desc().nullsLast())
                        .orderBy(Post_.title.asc().nullsFirst())
                        .orderBy(Order.<Object>by("title").ignoringCase().reversed())
                        .orderBy(Order.by("length", post -> 1)))
                .hasToString("posts order by author.name, score desc nulls last, title nulls first,"
                        + " title ignoring case desc, 'length'");
        assertThat(blog.users
                        .query()
                        .orderBy(User_.roles
                                .count(roles -> roles.where(Role_.id.gt(1L)))
                                .reversed()))
                .hasToString("users order by count of roles(where id > 1) desc");
    }

    @Test
    void answers() {
        assertThat(blog.users.query().where(User_.name.eq("Ada")).first())
                .hasToString("users where name = \"Ada\" limit 1");
        assertThat(blog.users.query().find(List.of(1L, 2L))).hasToString("users with key 1; users with key 2");
        assertThat(blog.users.query().orderBy(User_.name).find(List.of(1L, 2L)))
                .hasToString("users with key 1 or 2 order by name");
        assertThatThrownBy(() ->
                        blog.users.query().where(User_.active.isTrue()).find(7L).orElseThrow())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("No model matches users with key 7 where active = true");
    }
}
