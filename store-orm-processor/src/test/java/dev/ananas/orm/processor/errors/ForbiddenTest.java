package dev.ananas.orm.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.ananas.orm.processor.EntityNamesProcessor;
import dev.ananas.orm.processor.EntityProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the generated tokens do not let through the compiler, each beside what they do. */
class ForbiddenTest {
    private static final String HEAD = """
            package blog;

            import dev.ananas.orm.*;
            import dev.ananas.orm.model.*;
            import java.util.*;

            class Uses {
                Repository<User> users;
                Repository<Person> people;
                Repository<Comment> comments;
                Repository<Adult> adults;

            """;

    private static final List<String> ALLOWED = List.of(
            "users.query().where(User_.name.like(\"A%\").and(User_.id.between(1L, 9L)).or(User_.active.isFalse().not()));",
            "users.query().orderBy(User_.name).orderBy(User_.id.desc());",
            "users.query().with(User_.roles, roles -> roles.wherePivot(RoleUser_.level.gt(0)).orderByPivot(RoleUser_.level));",
            "users.query().with(User_.posts, posts -> posts.where(Post_.score.ge(3)).with(Post_.comments));",
            "users.query().where(User_.roles.count(roles -> roles.where(Role_.title.eq(\"Admin\"))).atLeast(2));",
            "users.relation(User_.roles).sync(1L, Map.of(2L, RoleUser_.level.to(5)));",
            "users.update(1L, User_.name.to(\"Eva\").and(User_.active.to(false)));",
            "comments.query().with(Comment_.on, on -> on.on(Post_.ENTITY, post -> post.with(Post_.author)));",
            "adults.query().where(Person_.name.eq(\"Ada\")).where(Adult_.job.isNotNull());",
            "people.query().where(Adult_.ENTITY, Adult_.job.eq(\"baker\").and(Person_.name.eq(\"Ada\")));",
            "people.query().with(Adult_.ENTITY, Adult_.posts, posts -> posts.orderBy(Post_.title));",
            "Key key = RoleUser_.key(1L, 2L);");

    private static final List<String> FORBIDDEN = List.of(
            "users.query().where(Role_.title.eq(\"x\"));",
            "users.query().orderBy(Role_.title);",
            "users.query().where(User_.id.like(\"1%\"));",
            "users.query().where(User_.active.gt(1));",
            "users.query().where(User_.name.eq(5));",
            "users.query().where(User_.id.eq(5));",
            "users.query().with(User_.posts, posts -> posts.wherePivot(RoleUser_.level.gt(0)));",
            "users.query().with(User_.roles, roles -> roles.wherePivot(Tie_.strength.gt(0)));",
            "users.query().with(User_.roles, roles -> roles.wherePivot(Role_.title.eq(\"x\")));",
            "users.query().with(User_.roles, roles -> roles.where(User_.name.eq(\"x\")));",
            "users.query().with(Role_.users);",
            "users.query().with(Role_.users, u -> u.limit(1));",
            "users.relation(User_.posts).sync(1L, Map.of(1L, RoleUser_.level.to(5)));",
            "users.relation(User_.roles).sync(1L, Map.of(2L, Tie_.strength.to(5)));",
            "users.query().where(User_.name.isTrue());",
            "users.query().with(User_.roles, roles -> roles.get());",
            "people.query().where(Adult_.job.eq(\"x\"));",
            "comments.query().with(Comment_.on, on -> on.on(User_.ENTITY, u -> u));",
            "users.relation(User_.roles).attach(1L, 2L, RoleUser_.level.to(\"x\"));",
            "users.query().where(User_.name.eq(\"x\").or(Role_.title.eq(\"y\")));",
            "users.update(1L, User_.name.to(5));",
            "users.update(1L, Role_.title.to(\"x\"));",
            "users.query().where(User_.posts.count(posts -> posts.where(Role_.title.eq(\"x\"))).atLeast(1));",
            "users.query().with(User_.roles, roles -> roles.orderByPivot(Role_.title));",
            "users.query().with(User_.posts, posts -> posts.inLinkOrder());",
            "users.query().where(User_.active.like(\"x\"));",
            "people.query().where(Kid_.ENTITY, Adult_.job.eq(\"baker\"));",
            "people.query().where(User_.ENTITY, User_.name.eq(\"x\"));",
            "people.query().with(Kid_.ENTITY, Adult_.posts);",
            "people.query().with(Adult_.posts);",
            "Key key = RoleUser_.key(\"1\", 2L);",
            "User user = User_.of(\"1\", \"Ada\", true);");

    @Test
    void whatTokensAllowCompiles() {
        assertThat(linesWithErrors(ALLOWED)).isEmpty();
    }

    @Test
    void whatTokensForbidDoesNotCompile() {
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < FORBIDDEN.size(); i++) {
            all.add(i);
        }
        assertThat(linesWithErrors(FORBIDDEN)).isEqualTo(all);
    }

    /** The places in the list of the lines that do not compile. */
    private static Set<Integer> linesWithErrors(List<String> lines) {
        StringBuilder source = new StringBuilder(HEAD);
        int first = (int) HEAD.lines().count() + 1;
        for (int i = 0; i < lines.size(); i++) {
            source.append("    void use")
                    .append(i)
                    .append("() { ")
                    .append(lines.get(i))
                    .append(" }\n");
        }
        List<JavaFileObject> files = new ArrayList<>();
        files.add(JavaFileObjects.forSourceString("blog.Uses", source + "}\n"));
        Stream.of(
                        "Adult",
                        "Comment",
                        "Commentable",
                        "Friend",
                        "Kid",
                        "Person",
                        "Post",
                        "Role",
                        "RoleUser",
                        "Tie",
                        "User",
                        "Video")
                .map(name -> JavaFileObjects.forResource("blog/" + name + ".java"))
                .forEach(files::add);
        Compilation compilation = Compiler.javac()
                .withProcessors(new EntityNamesProcessor(), new EntityProcessor())
                .withOptions("-Xmaxerrs", "1000")
                .compile(files);
        Set<Integer> wrong = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
            assertThat(error.getSource().getName()).as(error.toString()).endsWith("Uses.java");
            wrong.add((int) error.getLineNumber() - first);
        }
        return wrong;
    }
}
