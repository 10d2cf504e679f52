package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.internal.live.LevelCheck;
import dev.ananas.orm.query.Condition;
import dev.ananas.store.Store;
import dev.ananas.store.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** What fails ends alone; everything else goes on. */
class LiveFailuresTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final Blog blog = new Blog(Store.builder().linger(Duration.ZERO).onSubscriberError(reported::add));
    private final List<Throwable> errors = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    {
        blog.fill();
        blog.users.query().count().flux().subscribe(counts::add);
    }

    @AfterEach
    void close() {
        blog.close();
    }

    private static Condition<User> failingOn(String name, RuntimeException failure) {
        return Condition.named("fails on " + name, user -> {
            if (user.name().equals(name)) {
                throw failure;
            }
            return true;
        });
    }

    @Test
    void aTestThatThrowsEndsNumbersAndListsOfItsLevelAlone() {
        Condition<User> failing = failingOn("Eva", new IllegalStateException("no"));
        blog.users.query().where(failing).count().flux().subscribe(count -> {}, errors::add);
        blog.users.query().where(failing).with(User_.posts).flux().subscribe(list -> {}, errors::add);
        blog.users
                .query()
                .where(failing)
                .where(User_.id.in(List.of(1L, 2L)))
                .flux()
                .subscribe(list -> {}, errors::add);
        List<Object> others = new ArrayList<>();
        blog.users.query().where(User_.name.eq("Eva")).with(User_.posts).flux().subscribe(others::add);

        blog.users.insert(User_.of(9L, "Eva", true));
        blog.users.update(1L, User_.name.to("Eva"));

        assertThat(errors)
                .hasSize(3)
                .allSatisfy(error -> assertThat(error)
                        .hasMessageContaining("has ended: ")
                        .hasMessageContaining("'fails on Eva'")
                        .hasRootCauseMessage("no"));
        assertThat(counts).containsExactly(3L, 4L);
        assertThat(others).hasSize(3);
        assertThat(LiveGraphs.of(blog.db).levelCount()).isEqualTo(3);
        LevelCheck.check(LiveGraphs.of(blog.db));
        assertThat(reported).isEmpty();
    }

    @Test
    void anErrorThatIsNoExceptionIsContainedAsWell() {
        Condition<User> failing = Condition.named("recursion", user -> {
            if (user.name().equals("Eva")) {
                throw new StackOverflowError();
            }
            return true;
        });
        blog.users.query().where(failing).flux().subscribe(list -> {}, errors::add);
        blog.users.insert(User_.of(9L, "Eva", true));
        blog.users.insert(User_.of(10L, "Fay", true));
        assertThat(errors).hasSize(1);
        assertThat(counts).containsExactly(3L, 4L, 5L);
        LevelCheck.check(LiveGraphs.of(blog.db));
    }

    @Test
    void aSumThatDoesNotFitEndsItsSubscriberAlone() {
        List<Object> sums = new ArrayList<>();
        List<Object> least = new ArrayList<>();
        blog.posts.query().sum(Post_.score).flux().subscribe(sums::add, errors::add);
        blog.posts.query().flux().map(List::size).subscribe(least::add);
        blog.posts.insert(Post_.of(9L, "Huge", Integer.MAX_VALUE, null));
        assertThat(errors).singleElement().isInstanceOf(ArithmeticException.class);
        assertThat(sums).containsExactly(13);
        assertThat(least).containsExactly(3, 4);
        assertThat(blog.posts.query().count().get()).isEqualTo(4);
    }

    @Test
    void aSubscriberThatThrowsIsCancelledAndReportedAndOthersGoOn() {
        List<Object> others = new ArrayList<>();
        List<Object> received = new ArrayList<>();
        blog.users.query().keys().versions().subscribe(new CoreSubscriber<Versioned<List<Object>>>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Versioned<List<Object>> keys) {
                received.add(keys);
                if (keys.value().size() > 3) {
                    throw new IllegalStateException("cannot show " + keys.value());
                }
            }

            @Override
            public void onError(Throwable error) {
                errors.add(error);
            }

            @Override
            public void onComplete() {}
        });
        blog.users.query().keys().flux().subscribe(others::add);
        blog.users.insert(User_.of(9L, "Eva", true));
        blog.users.insert(User_.of(10L, "Fay", true));
        assertThat(received).hasSize(2);
        assertThat(others).hasSize(3);
        assertThat(reported)
                .singleElement()
                .satisfies(error -> assertThat(error).hasMessage("cannot show [1, 2, 3, 9]"));
    }
}
