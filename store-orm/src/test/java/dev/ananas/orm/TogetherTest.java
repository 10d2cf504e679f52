package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.query.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;
import reactor.util.function.Tuple2;
import reactor.util.function.Tuple3;
import reactor.util.function.Tuples;

/** Several answers as one stream. */
class TogetherTest {
    private final Blog blog = Blog.filled();
    private final Answer<Long> users = blog.users.query().count();
    private final Answer<Long> posts = blog.posts.query().count();
    private final Answer<Integer> score = blog.posts.query().sum(Post_.score);
    private final Answer<List<User>> active =
            blog.users.query().where(User_.active.isTrue()).orderBy(User_.name);

    @AfterEach
    void close() {
        blog.close();
    }

    private void addUserWithPost(long id) {
        blog.store.transaction("add", () -> {
            blog.users.insert(User_.of(id, "User " + id, true));
            blog.posts.insert(Post_.of(id, "Post", 1, id));
        });
    }

    @Test
    void oneTransitionThatChangesSeveralAnswersIsOneEmission() {
        List<Object> pairs = new ArrayList<>();
        List<Object> triples = new ArrayList<>();
        List<Object> quadruples = new ArrayList<>();
        List<Object> lists = new ArrayList<>();
        blog.db.live(users, posts).subscribe(pairs::add);
        blog.db.live(users, posts, score).subscribe(triples::add);
        blog.db.live(users, posts, score, posts).subscribe(quadruples::add);
        blog.db.live(List.of(users, posts, score)).subscribe(lists::add);

        addUserWithPost(7);

        assertThat(pairs).containsExactly(Tuples.of(3L, 3L), Tuples.of(4L, 4L));
        assertThat(triples).containsExactly(Tuples.of(3L, 3L, 13), Tuples.of(4L, 4L, 14));
        assertThat(quadruples).containsExactly(Tuples.of(3L, 3L, 13, 3L), Tuples.of(4L, 4L, 14, 4L));
        assertThat(lists).containsExactly(List.of(3L, 3L, 13), List.of(4L, 4L, 14));
    }

    @Test
    void whatChangesNoneOfTheAnswersIsNoEmission() {
        List<Object> seen = new ArrayList<>();
        blog.db.live(users, score, active).subscribe(seen::add);
        blog.posts.update(1L, Post_.title.to("Hi"));
        blog.users.update(3L, User_.name.to("Cemile"));
        blog.roles.delete(1L);
        assertThat(seen).hasSize(1);
    }

    @Test
    void anAnswerThatDidNotChangeKeepsItsReference() {
        List<Tuple2<List<User>, Long>> seen = new ArrayList<>();
        blog.db.live(active, posts).subscribe(seen::add);
        blog.posts.delete(1L);
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).getT1()).isSameAs(seen.get(0).getT1());
    }

    @Test
    void versionsAreNeverMixedAlsoWhenASubscriberWrites() {
        List<Tuple3<Long, Long, Map<Long, List<User>>>> seen = new ArrayList<>();
        blog.users.query().count().flux().subscribe(count -> {
            if (count < 8) {
                addUserWithPost(count + 10);
            }
        });
        blog.db.live(users, posts, blog.users.query().groupBy(User_.id)).subscribe(seen::add);
        blog.users.query().count().flux().filter(count -> count == 8).subscribe(count -> addUserWithPost(99));
        assertThat(seen).isNotEmpty().allSatisfy(answers -> {
            assertThat(answers.getT1()).isEqualTo(answers.getT2());
            assertThat(answers.getT3()).hasSize(answers.getT1().intValue());
        });
        assertThat(seen.get(seen.size() - 1).getT1()).isEqualTo(9);
    }

    @Test
    void aSlowSubscriberGetsTheLatestOfAll() {
        StepVerifier.create(blog.db.live(List.of(users, posts)), 1)
                .expectNext(List.of(3L, 3L))
                .then(() -> addUserWithPost(7))
                .then(() -> addUserWithPost(8))
                .thenRequest(1)
                .expectNext(List.of(5L, 5L))
                .thenCancel()
                .verify();
    }

    @Test
    void noAnswersAreOneEmptyList() {
        List<Object> seen = new ArrayList<>();
        Disposable open = blog.db.live(List.<Answer<Long>>of()).subscribe(seen::add);
        addUserWithPost(7);
        assertThat(seen).containsExactly(List.of());
        open.dispose();
        assertThat(LiveGraphs.of(blog.db).levelCount()).isZero();
    }

    @Test
    void theListIsImmutable() {
        List<List<Long>> seen = new ArrayList<>();
        blog.db.live(List.of(users, posts)).subscribe(seen::add);
        assertThatThrownBy(() -> seen.get(0).set(0, 1L)).isInstanceOf(UnsupportedOperationException.class);
    }
}
