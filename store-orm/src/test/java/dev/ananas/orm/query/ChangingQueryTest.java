package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.view.ListChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

class ChangingQueryTest {
    private final Blog blog = blogOf(10);

    /** Users of ids 10 and up, named by their id from behind, each with the role 1. */
    private static Blog blogOf(int users) {
        Blog blog = Blog.filled();
        blog.store.transaction("more", () -> {
            for (long id = 10; id < 10 + users; id++) {
                blog.users.insert(User_.of(id, String.format("user %06d", 900_000 - id), id % 2 == 0));
                blog.links.insert(RoleUser_.of(1L, id, 1));
            }
        });
        return blog;
    }

    @AfterEach
    void close() {
        blog.close();
    }

    private Query<User> all() {
        return blog.users.query().where(User_.id.gt(9L)).with(User_.roles);
    }

    private static List<Long> ids(List<User> users) {
        return users.stream().map(User::id).collect(Collectors.toList());
    }

    @Test
    void anotherQueryIsOneMoreListAndOneMoreChange() {
        ChangingQuery<User> shown = all().orderBy(User_.id).changing();
        List<List<User>> lists = new ArrayList<>();
        shown.flux().subscribe(lists::add);
        StepVerifier.create(shown.changes())
                .assertNext(first -> assertThat(first.list()).hasSize(10))
                .then(() -> shown.ask(all().where(User_.id.gt(13L)).orderBy(User_.id)))
                .assertNext(next -> {
                    ListChange.Change<User> change = (ListChange.Change<User>) next;
                    assertThat(change.removed()).containsExactly(new ListChange.Range(0, 4));
                    assertThat(change.inserted()).isEmpty();
                    assertThat(change.moved()).isEmpty();
                    assertThat(change.updated()).isEmpty();
                    assertThat(change.list().get(0))
                            .as("the same model, relations included")
                            .isSameAs(change.before().get(4));
                })
                .thenCancel()
                .verify();
        assertThat(lists).hasSize(2);
        assertThat(ids(lists.get(1))).containsExactly(14L, 15L, 16L, 17L, 18L, 19L);
        assertThat(shown.get()).isEqualTo(lists.get(1));
    }

    @Test
    void anotherOrderMovesRowsAndAsFewAsPossible() {
        ChangingQuery<User> shown = all().orderBy(User_.id).changing();
        List<ListChange<User>> changes = new ArrayList<>();
        shown.changes().subscribe(changes::add);
        shown.ask(all().orderBy(User_.name));
        ListChange.Change<User> reversed = (ListChange.Change<User>) changes.get(1);
        assertThat(reversed.moved()).hasSize(9);
        assertThat(reversed.removed()).isEmpty();
        assertThat(reversed.inserted()).isEmpty();
        assertThat(reversed.updated()).isEmpty();
        shown.ask(all().orderBy(User_.active.desc()).orderBy(User_.name));
        ListChange.Change<User> grouped = (ListChange.Change<User>) changes.get(2);
        assertThat(grouped.moved()).hasSize(5);
        assertThat(grouped.list()).isEqualTo(shown.get());
    }

    @Test
    void aQueryThatLoadsOtherRelationsUpdatesTheRows() {
        ChangingQuery<User> shown = all().orderBy(User_.id).limit(2).changing();
        List<ListChange<User>> changes = new ArrayList<>();
        shown.changes().subscribe(changes::add);
        shown.ask(blog.users.query().where(User_.id.gt(9L)).orderBy(User_.id).limit(2));
        ListChange.Change<User> change = (ListChange.Change<User>) changes.get(1);
        assertThat(change.updated()).hasSize(1);
        assertThat(change.updated().get(0).count()).isEqualTo(2);
        assertThat(change.updated().get(0).attributes()).containsExactly("roles");
        assertThat(change.list().get(0).roles().isLoaded()).isFalse();
    }

    @Test
    void aQueryWithTheSameAnswerIsNoEmission() {
        ChangingQuery<User> shown = all().orderBy(User_.id).changing();
        List<List<User>> lists = new ArrayList<>();
        shown.flux().subscribe(lists::add);
        shown.ask(all().where(User_.name.like("user%")).orderBy(User_.id));
        assertThat(lists).hasSize(1);
        blog.users.update(15L, User_.name.to("other"));
        assertThat(lists).as("the query asked last is the one that is followed").hasSize(2);
        assertThat(ids(lists.get(1))).doesNotContain(15L).hasSize(9);
    }

    @Test
    void theQueryAskedLastFollowsTheDataWithTheRowsItShares() {
        ChangingQuery<User> shown = all().orderBy(User_.id).changing();
        List<ListChange<User>> changes = new ArrayList<>();
        shown.changes().subscribe(changes::add);
        LiveGraph graph = LiveGraphs.of(blog.db);
        shown.ask(all().where(User_.id.gt(12L)).orderBy(User_.name));
        ListChange.Change<User> change = (ListChange.Change<User>) changes.get(1);
        assertThat(change.updated()).isEmpty();
        User first = change.list().get(0);
        assertThat(first).isSameAs(change.before().get(9));
        blog.roles.update(1L, Role_.title.to("Boss"));
        assertThat(changes).hasSize(3);
        assertThat(changes.get(2).list().get(0).roles().get(0).title()).isEqualTo("Boss");
        assertThat(first.roles().get(0).title()).isEqualTo("Admin");
        LevelCheck.check(graph);
    }

    @Test
    void whatWasAskedBeforeIsNotKeptLive() {
        ChangingQuery<User> shown = all().orderBy(User_.id).changing();
        LiveGraph graph = LiveGraphs.of(blog.db);
        assertThat(graph.levelCount()).isZero();
        Disposable subscription = shown.flux().subscribe();
        int levels = graph.levelCount();
        for (int i = 0; i < 20; i++) {
            shown.ask(all().where(User_.id.gt(10L + i % 7)).orderBy(i % 2 == 0 ? User_.name : User_.id));
            assertThat(graph.levelCount()).isEqualTo(levels);
        }
        subscription.dispose();
        assertThat(graph.levelCount()).isZero();
    }

    @Test
    void aSlowSubscriberIsToldOneChangeToTheLastQuery() {
        ChangingQuery<User> shown = all().orderBy(User_.id).changing();
        StepVerifier.create(shown.changes(), 1)
                .assertNext(first -> assertThat(first.list()).hasSize(10))
                .then(() -> {
                    shown.ask(all().where(User_.id.gt(15L)));
                    blog.users.delete(19L);
                    shown.ask(all().where(User_.active.isTrue()).orderBy(User_.name));
                })
                .thenRequest(1)
                .assertNext(next -> assertThat(ids(next.list())).containsExactly(18L, 16L, 14L, 12L, 10L))
                .thenCancel()
                .verify();
    }

    @Test
    void anExecutorAnswersOnlyWhatNobodyHasOvertaken() {
        ChangingQuery<User> shown = all().orderBy(User_.id).changing();
        List<List<Long>> lists = new ArrayList<>();
        shown.flux().subscribe(list -> lists.add(ids(list)));
        Queue<Runnable> tasks = new ArrayDeque<>();
        for (long id = 10; id < 19; id++) {
            shown.ask(all().where(User_.id.gt(id)), tasks::add);
        }
        assertThat(lists).hasSize(1);
        assertThat(shown.query()).isEqualTo(all().where(User_.id.gt(18L)));
        tasks.forEach(Runnable::run);
        assertThat(lists).hasSize(2);
        assertThat(lists.get(1)).containsExactly(19L);
    }

    @Test
    void aWrongQueryIsRefusedAndTheOneBeforeStays() {
        ChangingQuery<User> shown = all().orderBy(User_.id).changing();
        List<List<User>> lists = new ArrayList<>();
        shown.flux().subscribe(lists::add);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shown.ask(all().where("nmae", "Ada")))
                .withMessageContaining("nmae");
        try (Blog other = new Blog()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shown.ask(other.users.query()))
                    .withMessageContaining("expected a query of \"users\" in the same database");
        }
        assertThat(shown.query()).isEqualTo(all().orderBy(User_.id));
        blog.users.update(10L, User_.name.to("Eve"));
        assertThat(lists).hasSize(2);
    }
}
