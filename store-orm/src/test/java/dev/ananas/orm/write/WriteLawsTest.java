package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.store.ActionFailedException;
import dev.ananas.store.Store;
import dev.ananas.store.Transaction;
import dev.ananas.store.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WriteLawsTest {

    @Test
    void law10TheCallersObjectsAreNeverMutated() {
        try (Blog blog = Blog.filled()) {
            Map<String, Object> role =
                    Collections.unmodifiableMap(map("id", 1, "pivot", Collections.unmodifiableMap(map("level", 2))));
            Map<String, Object> user = Collections.unmodifiableMap(map("id", 7, "roles", List.of(role), "extra", 1));
            blog.users.saveMaps(List.of(user));
            assertThat(user).hasToString("{id=7, roles=[{id=1, pivot={level=2}}], extra=1}");

            List<Post> given = new ArrayList<>(List.of(Post_.of(8L, "a", 1, null)));
            List<Post> answer = blog.posts.saveAll(given);
            given.clear();
            assertThat(answer).hasSize(1);
            assertThat(blog.posts.find(8L)).isPresent();
        }
    }

    @Test
    void law10WhatIsReturnedIsImmutable() {
        try (Blog blog = Blog.filled()) {
            List<List<?>> answers = Arrays.asList(
                    blog.users.all(),
                    blog.users.saveAll(List.of(User_.of(1L, "Eva", true))),
                    blog.users
                            .saveMap(map("id", 1, "roles", List.of(map("id", 1))))
                            .orElseThrow()
                            .roles(),
                    blog.users.destroy(List.of(3L)));
            assertThat(answers)
                    .allSatisfy(
                            list -> assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class));
        }
    }

    @Test
    void aTransactionReadsItsOwnWrites() {
        try (Blog blog = Blog.filled()) {
            List<Transition> transitions = new ArrayList<>();
            blog.store.transitions().subscribe(transitions::add);
            blog.store.transaction("hire", () -> {
                blog.users.save(User_.of(9L, "Dan", true));
                assertThat(blog.users.find(9L)).isPresent();
                assertThat(blog.users.all()).hasSize(4);
                blog.users.relation(User_.roles).attach(9L, List.of(2L));
                assertThat(blog.users.delete(blog.users.query().where(User_.id.gt(1L))))
                        .extracting(User::name)
                        .containsExactly("Ben", "Cem", "Dan");
            });
            assertThat(transitions).hasSize(1);
            assertThat(((Transaction) transitions.get(0).action()).actions())
                    .extracting(action -> action.name())
                    .containsExactly("save users", "attach users.roles", "delete users");
        }
    }

    @Test
    void aWriteThatFailsInATransactionTakesOnlyItselfBackIfItIsCaught() {
        try (Blog blog = Blog.filled()) {
            blog.store.transaction("careful", () -> {
                blog.users.save(User_.of(9L, "Dan", true));
                assertThatThrownBy(() -> blog.users.saveMap(map("id", 10, "roles", List.of(map("title", "no key")))))
                        .isInstanceOf(ActionFailedException.class);
            });
            assertThat(blog.users.all()).extracting(User::id).containsExactly(1L, 2L, 3L, 9L);
        }
    }

    @Test
    void actionsAreNamedByWhatTheyDo() {
        List<String> names = new ArrayList<>();
        try (Blog blog = new Blog(Store.builder().middleware((action, chain) -> {
            names.add(action.name());
            return chain.next(action);
        }))) {
            blog.users.saveMap(map("id", 1));
            blog.users.insert(User_.of(2L, "Ben", true));
            blog.users.fresh(List.of(User_.of(1L, "Ada", true)));
            blog.users.update(1L, User_.name.to("Eva"));
            blog.users.relation(User_.roles).sync(1L, List.of());
            blog.users.delete(1L);
            blog.users.clear();
        }
        assertThat(names.stream().collect(Collectors.joining(", ")))
                .isEqualTo("save users, insert users, fresh users, update users, sync users.roles, delete users,"
                        + " clear users");
    }

    @Test
    void theSameCommandMakesTheSameStateWhereverItIsApplied() {
        try (Tables one = generated();
                Tables two = generated()) {
            one.store.transitions().subscribe(transition -> two.store.dispatch(transition.action()));
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("label", "a");
            one.of("boards").saveMap(data);
            assertThat(two.rows("boards")).hasSize(1).isEqualTo(one.rows("boards"));
        }
    }

    private static Tables generated() {
        return new Tables(
                EntityType.dynamic("boards").uid("id").string("label", "").build());
    }
}
