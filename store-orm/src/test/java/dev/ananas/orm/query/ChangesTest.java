package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.LiveGraphs;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.list.Shown;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.collection.SortedSequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Changes of lists, for each subscriber against the list it received last. */
class ChangesTest {

    private static Query<User> byName(Blog blog) {
        return blog.users.query().orderBy(User_.name);
    }

    private static ListChange.Change<User> change(ListChange<User> change) {
        assertThat(change).isInstanceOf(ListChange.Change.class);
        return (ListChange.Change<User>) change;
    }

    @Test
    void theFirstChangeIsTheListAndLaterOnesTurnItIntoTheNext() {
        try (Blog blog = Blog.filled()) {
            StepVerifier.create(byName(blog).changes())
                    .assertNext(first -> {
                        assertThat(first).isInstanceOf(ListChange.Initial.class);
                        assertThat(first.list()).isEqualTo(byName(blog).get());
                    })
                    .then(() -> blog.users.update(1L, User_.name.to("Zoe").and(User_.active.to(false))))
                    .assertNext(next -> {
                        ListChange.Change<User> change = change(next);
                        assertThat(change.version()).isEqualTo(blog.store.version());
                        assertThat(change.moved()).containsExactly(new ListChange.Move(0, 2));
                        assertThat(change.updated())
                                .containsExactly(new ListChange.Update(2, 1, Set.of("name", "active")));
                        assertThat(change.removed()).isEmpty();
                        assertThat(change.inserted()).isEmpty();
                    })
                    .then(() -> blog.store.transaction("two", () -> {
                        blog.users.delete(2L);
                        blog.users.insert(User_.of(9L, "Zora", true));
                    }))
                    .assertNext(next -> {
                        ListChange.Change<User> change = change(next);
                        assertThat(change.removed()).containsExactly(new ListChange.Range(0, 1));
                        assertThat(change.inserted()).containsExactly(new ListChange.Range(2, 1));
                        assertThat(change.list()).isEqualTo(byName(blog).get());
                    })
                    .then(blog.store::close)
                    .verifyComplete();
        }
    }

    @Test
    void aChangeOfARelatedModelNamesTheRelation() {
        try (Blog blog = Blog.filled()) {
            StepVerifier.create(byName(blog).with(User_.roles).changes())
                    .expectNextCount(1)
                    .then(() -> blog.roles.update(2L, Role_.title.to("Writer")))
                    .assertNext(next -> assertThat(change(next).updated())
                            .containsExactly(new ListChange.Update(0, 2, Set.of("roles"))))
                    .thenCancel()
                    .verify();
        }
    }

    @Test
    void law06AChangeForASlowSubscriberIsMergedFromTheListItReceivedLast() {
        try (Blog blog = Blog.filled()) {
            List<User> copy = new ArrayList<>();
            StepVerifier.create(byName(blog).changes(), 1)
                    .assertNext(first -> first.applyTo(copy))
                    .then(() -> {
                        blog.users.update(1L, User_.name.to("Eva"));
                        blog.users.insert(User_.of(9L, "Moe", true));
                        blog.users.update(1L, User_.name.to("Zoe"));
                        blog.users.delete(9L);
                        blog.users.insert(User_.of(10L, "Abe", true));
                    })
                    .thenRequest(1)
                    .assertNext(next -> {
                        ListChange.Change<User> change = change(next);
                        assertThat(change.before()).isEqualTo(copy);
                        assertThat(change.removed()).isEmpty();
                        assertThat(change.inserted()).containsExactly(new ListChange.Range(0, 1));
                        assertThat(change.moved()).containsExactly(new ListChange.Move(0, 3));
                        assertThat(change.updated()).containsExactly(new ListChange.Update(3, 1, Set.of("name")));
                        change.applyTo(copy);
                        assertThat(copy).isEqualTo(byName(blog).get());
                    })
                    .thenCancel()
                    .verify();
        }
    }

    @Test
    void law06ASlowSubscriberWhoseListIsTheSameAgainGetsNothing() {
        try (Blog blog = Blog.filled()) {
            StepVerifier.create(byName(blog).changes(), 1)
                    .expectNextCount(1)
                    .then(() -> {
                        blog.users.update(1L, User_.name.to("Eva"));
                        blog.users.update(1L, User_.name.to("Ada"));
                    })
                    .thenRequest(1)
                    .then(() -> blog.users.update(2L, User_.active.to(false)))
                    .assertNext(next -> {
                        assertThat(change(next).moved()).isEmpty();
                        assertThat(change(next).list()).isEqualTo(byName(blog).get());
                    })
                    .thenCancel()
                    .verify();
        }
    }

    @Test
    void law06AScreenThatTakesItsTimeSkipsWhatItCouldNotShow() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try (Blog blog = Blog.filled()) {
            List<User> screen = new ArrayList<>();
            List<Long> versions = new ArrayList<>();
            byName(blog)
                    .changes()
                    .concatMap(change -> Mono.just(change).delayElement(Duration.ofSeconds(1)), 0)
                    .subscribe(change -> {
                        change.applyTo(screen);
                        versions.add(change.version());
                    });
            for (int i = 0; i < 50; i++) {
                blog.users.update(1L, User_.name.to("Name " + i));
                time.advanceTimeBy(Duration.ofMillis(100));
            }
            time.advanceTimeBy(Duration.ofSeconds(3));

            assertThat(versions).hasSizeBetween(5, 8).isSorted();
            assertThat(screen).isEqualTo(byName(blog).get());
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void law06SubscribersThatWriteSeeTheChangesOfEachOtherInOrder() {
        try (Blog blog = Blog.filled()) {
            List<User> writersCopy = new ArrayList<>();
            List<User> othersCopy = new ArrayList<>();
            List<Long> versions = new ArrayList<>();
            byName(blog).changes().subscribe(change -> {
                change.applyTo(writersCopy);
                assertThat(writersCopy).isEqualTo(change.list());
                long next = 100 + change.list().size();
                if (next < 110) {
                    blog.users.insert(User_.of(next, "New " + next, true));
                    blog.users.update(1L, User_.name.to("Ada " + next));
                }
            });
            byName(blog).changes().subscribe(change -> {
                change.applyTo(othersCopy);
                assertThat(othersCopy).isEqualTo(change.list());
                versions.add(change.version());
            });
            blog.users.delete(3L);

            assertThat(versions).isSorted().doesNotHaveDuplicates();
            assertThat(versions.get(versions.size() - 1)).isEqualTo(blog.store.version());
            assertThat(writersCopy).isEqualTo(byName(blog).get());
            assertThat(othersCopy).isEqualTo(byName(blog).get());
        }
    }

    @Test
    void law06ASubscriberThatThrowsEndsAlone() {
        try (Blog blog = Blog.filled()) {
            List<Throwable> errors = new ArrayList<>();
            List<User> copy = new ArrayList<>();
            byName(blog)
                    .changes()
                    .subscribe(
                            change -> {
                                if (change instanceof ListChange.Change) {
                                    throw new IllegalStateException("no place on the screen");
                                }
                            },
                            errors::add);
            byName(blog).limit(2).changes().subscribe(change -> change.applyTo(copy));
            blog.users.update(1L, User_.name.to("Eva"));
            blog.users.update(1L, User_.name.to("Ida"));

            assertThat(errors)
                    .singleElement()
                    .satisfies(error -> assertThat(error).hasMessage("no place on the screen"));
            assertThat(copy).isEqualTo(byName(blog).limit(2).get());
            assertThat(LiveGraphs.of(blog.db).bucketCount()).isOne();
        }
    }

    @Test
    void law12ACancelledSubscriberIsForgotten() {
        try (Blog blog = Blog.filled()) {
            List<ListChange<User>> seen = new ArrayList<>();
            Disposable subscription = byName(blog).changes().subscribe(seen::add);
            subscription.dispose();
            blog.users.update(1L, User_.name.to("Eva"));

            assertThat(seen).hasSize(1);
            assertThat(LiveGraphs.of(blog.db).bucketCount()).isZero();
        }
    }

    @Test
    void aSubscriberThatCancelsInsideAChangeGetsNoFurtherOne() {
        try (Blog blog = Blog.filled()) {
            List<ListChange<User>> seen = new ArrayList<>();
            byName(blog).changes().subscribe(new BaseSubscriber<>() {
                @Override
                protected void hookOnNext(ListChange<User> change) {
                    seen.add(change);
                    blog.users.update(1L, User_.name.to("Eva " + seen.size()));
                    if (seen.size() == 2) {
                        cancel();
                    }
                }
            });

            assertThat(seen).hasSize(2);
            assertThat(blog.users.find(1L).orElseThrow().name()).isEqualTo("Eva 2");
        }
    }

    @Test
    void changesOfAWindowSayWhatCameInAndWhatFellOut() {
        try (Blog blog = Blog.filled()) {
            StepVerifier.create(byName(blog).offset(1).limit(1).changes())
                    .assertNext(first -> assertThat(first.list())
                            .containsExactly(blog.users.find(2L).orElseThrow()))
                    .then(() -> blog.users.insert(User_.of(9L, "Aaron", true)))
                    .assertNext(next -> {
                        ListChange.Change<User> change = change(next);
                        assertThat(change.list().get(0).name()).isEqualTo("Ada");
                        assertThat(change.removed()).containsExactly(new ListChange.Range(0, 1));
                        assertThat(change.inserted()).containsExactly(new ListChange.Range(0, 1));
                    })
                    .thenCancel()
                    .verify();
        }
    }

    @Test
    void changesOfModelsFoundByKeysKeepTheOrderOfTheKeys() {
        try (Blog blog = Blog.filled()) {
            StepVerifier.create(blog.users.query().find(List.of(3L, 9L, 1L)).changes())
                    .assertNext(first -> assertThat(first.list()).hasSize(2))
                    .then(() -> blog.users.insert(User_.of(9L, "Moe", true)))
                    .assertNext(next -> {
                        assertThat(change(next).inserted()).containsExactly(new ListChange.Range(1, 1));
                        assertThat(change(next).updated()).isEmpty();
                    })
                    .then(() -> blog.users.update(1L, User_.name.to("Eva")))
                    .assertNext(next -> assertThat(change(next).updated())
                            .containsExactly(new ListChange.Update(2, 1, Set.of("name"))))
                    .thenCancel()
                    .verify();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void law06ReplayingAllChangesReproducesTheListWhateverIsWrittenAndHoweverSlow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (Blog blog = Blog.filled()) {
            List<Query<User>> queries = List.of(
                    byName(blog),
                    byName(blog).where(User_.active.isTrue()).with(User_.roles),
                    byName(blog).offset(2).limit(4),
                    blog.users
                            .query()
                            .orderBy(User_.roles.count(role -> role))
                            .limit(5)
                            .with(User_.posts),
                    blog.users.query().orderBy(User_.active).offset(1));
            List<Copy> copies = new ArrayList<>();
            for (Query<User> query : queries) {
                copies.add(new Copy(query));
                copies.add(new Copy(query));
            }
            copies.forEach(copy -> copy.query.changes().subscribe(copy));
            for (int step = 0; step < 60; step++) {
                blog.store.transaction("step", () -> {
                    for (int i = random.nextInt(5); i >= 0; i--) {
                        write(blog, random);
                    }
                });
                for (Copy copy : copies) {
                    if (random.nextInt(3) == 0) {
                        copy.catchUp();
                    }
                }
            }
            copies.forEach(Copy::catchUp);
        }
    }

    private static void write(Blog blog, SplittableRandom random) {
        long id = 1 + random.nextInt(12);
        String name = String.valueOf((char) ('a' + random.nextInt(8)));
        switch (random.nextInt(5)) {
            case 0 -> blog.users.delete(id);
            case 1 -> blog.users.save(User_.of(id, name, random.nextBoolean()));
            case 2 -> blog.roles.update(1L + random.nextInt(3), Role_.title.to(name));
            case 3 -> blog.links.save(RoleUser_.of(1L + random.nextInt(3), id, random.nextInt(3)));
            default -> blog.links.delete(dev.ananas.orm.model.Key.of(1L + random.nextInt(3), id));
        }
    }

    /** A copy of a list that is kept by changes alone. */
    private static final class Copy extends BaseSubscriber<ListChange<User>> {
        final Query<User> query;
        private final List<User> models = new ArrayList<>();

        Copy(Query<User> query) {
            this.query = query;
        }

        @Override
        protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        protected void hookOnNext(ListChange<User> change) {
            change.applyTo(models);
        }

        void catchUp() {
            request(1);
            assertThat(models).isEqualTo(query.get());
        }
    }

    @Test
    void law07AChangeOfOneRowCostsTheSameHoweverLongTheListIs() {
        try (Blog blog = Blog.filled()) {
            List<User> more = new ArrayList<>();
            for (long id = 10; id < 100_010; id++) {
                more.add(User_.of(id, String.format("user %06d", id), true));
            }
            blog.users.insertAll(more);
            AtomicReference<ListChange<User>> last = new AtomicReference<>();
            byName(blog).changes().subscribe(last::set);
            AtomicReference<ListChange<User>> page = new AtomicReference<>();
            byName(blog).offset(20_000).limit(60_000).changes().subscribe(page::set);

            blog.users.update(50_000L, User_.name.to("user 000000"));

            assertThat(change(last.get()).moved()).containsExactly(new ListChange.Move(49_993, 3));
            assertThat(looks(change(last.get()))).isLessThan(500);
            assertThat(change(page.get()).removed()).containsExactly(new ListChange.Range(29_993, 1));
            assertThat(change(page.get()).inserted()).containsExactly(new ListChange.Range(0, 1));
        }
    }

    /** Elements and shared parts that the comparison of the two lists of a change looks at. */
    private static int looks(ListChange.Change<User> change) {
        return ResultList.of(change.before()).diff(ResultList.of(change.list()), new Ignoring());
    }

    private static final class Ignoring implements SortedSequence.Difference<Shown> {
        @Override
        public void removed(int oldIndex, Shown element) {}

        @Override
        public void added(int newIndex, Shown element) {}

        @Override
        public void updated(int oldIndex, int newIndex, Shown before, Shown after) {}
    }
}
