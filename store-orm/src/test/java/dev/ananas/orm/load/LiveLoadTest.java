package dev.ananas.orm.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Loading, data and error as one live value, under each policy, in virtual time. */
class LiveLoadTest {
    private final Blog blog = new Blog();
    private final List<String> seen = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private VirtualTimeScheduler time;
    private EntityLoader loader;
    private boolean broken;

    @BeforeEach
    void open() {
        time = VirtualTimeScheduler.getOrSet();
        loader = EntityLoader.of(blog.db)
                .clock(clock(time))
                .options(o -> o.maxAge(Duration.ofMinutes(5)))
                .build();
    }

    @AfterEach
    void close() {
        VirtualTimeScheduler.reset();
        blog.close();
    }

    static Clock clock(VirtualTimeScheduler time) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
            }
        };
    }

    /** A request takes a second and answers a user named after its number. */
    private Load<User> load() {
        return loader.load(User_.ENTITY, () -> {
                    int number = requests.incrementAndGet();
                    return Mono.delay(Duration.ofSeconds(1))
                            .map(tick -> {
                                if (broken) {
                                    throw new IllegalStateException("down");
                                }
                                return (Object) User_.of(1L, "v" + number, true);
                            })
                            .doOnCancel(cancelled::incrementAndGet);
                })
                .key("users")
                .tags("people");
    }

    private LiveLoad<List<User>> live(FetchPolicy policy) {
        return load().options(o -> o.policy(policy)).into(blog.users.query());
    }

    private static String text(LoadState<List<User>> state) {
        String names = state.shown().stream().map(User::name).collect(Collectors.joining(",", "[", "]"));
        if (state instanceof LoadState.Failed<List<User>> failed) {
            return "failed " + failed.error().getMessage() + names;
        }
        return (state instanceof LoadState.Loading ? "loading" : "data") + names;
    }

    private Disposable watch(LiveLoad<List<User>> live) {
        return live.states().map(LiveLoadTest::text).subscribe(seen::add);
    }

    private void pass(long seconds) {
        time.advanceTimeBy(Duration.ofSeconds(seconds));
    }

    @Test
    void recordsAndTheEndOfTheirLoadAreOneEmission() {
        watch(live(FetchPolicy.CACHE_FIRST));
        assertThat(seen).containsExactly("loading[]");
        pass(1);
        assertThat(seen).containsExactly("loading[]", "data[v1]");
        blog.users.save(User_.of(2L, "own", true));
        assertThat(seen).endsWith("data[v1,own]").hasSize(3);
    }

    @Test
    void theStateCanBeReadNow() {
        LiveLoad<List<User>> live = live(FetchPolicy.CACHE_FIRST);
        assertThat(text(live.state())).isEqualTo("data[]");
        assertThat(requests).as("reading makes no request").hasValue(0);
        watch(live);
        assertThat(text(live.state())).isEqualTo("loading[]");
        pass(1);
        assertThat(text(live.state())).isEqualTo("data[v1]");
    }

    @Test
    void cacheFirstRequestsWhatIsNotFresh() {
        watch(live(FetchPolicy.CACHE_FIRST)).dispose();
        assertThat(cancelled).as("nobody waits").hasValue(1);
        watch(live(FetchPolicy.CACHE_FIRST));
        pass(1);
        seen.clear();
        pass(299);
        watch(live(FetchPolicy.CACHE_FIRST));
        assertThat(seen).containsExactly("data[v2]");
        assertThat(requests).hasValue(2);
        seen.clear();
        pass(1);
        watch(live(FetchPolicy.CACHE_FIRST));
        assertThat(seen).as("both who watch the key see it load").containsOnly("loading[v2]");
        pass(1);
        assertThat(requests).hasValue(3);
        assertThat(seen).endsWith("data[v3]");
    }

    @Test
    void staleWhileRevalidateShowsWhatIsThereUntilTheNewIsThere() {
        Disposable first = watch(live(FetchPolicy.STALE_WHILE_REVALIDATE));
        pass(1);
        first.dispose();
        assertThat(seen).containsExactly("loading[]", "data[v1]");
        seen.clear();
        pass(1000);
        watch(live(FetchPolicy.STALE_WHILE_REVALIDATE));
        pass(1);
        assertThat(seen).containsExactly("data[v1]", "data[v2]");
        broken = true;
        loader.invalidate("users");
        pass(1);
        assertThat(seen).containsExactly("data[v1]", "data[v2]", "failed down[v2]");
    }

    @Test
    void networkFirstFallsBackOnWhatIsThere() {
        broken = true;
        Disposable first = watch(live(FetchPolicy.NETWORK_FIRST));
        pass(1);
        assertThat(seen).containsExactly("loading[]", "failed down[]");
        first.dispose();
        broken = false;
        seen.clear();
        first = watch(live(FetchPolicy.NETWORK_FIRST));
        pass(1);
        first.dispose();
        broken = true;
        watch(live(FetchPolicy.NETWORK_FIRST));
        pass(1);
        assertThat(seen).endsWith("data[v2]", "loading[v2]", "data[v2]");
    }

    @Test
    void networkOnlyFailsAndCacheOnlyNeverRequests() {
        watch(live(FetchPolicy.CACHE_ONLY)).dispose();
        assertThat(seen).containsExactly("data[]");
        assertThat(requests).hasValue(0);
        Disposable first = watch(live(FetchPolicy.NETWORK_ONLY));
        pass(1);
        first.dispose();
        broken = true;
        seen.clear();
        watch(live(FetchPolicy.NETWORK_ONLY));
        pass(1);
        assertThat(seen).endsWith("loading[v1]", "failed down[v1]");
        assertThat(requests).hasValue(2);
    }

    @Test
    void aFailureIsAStateAndTheNextLoadMendsIt() {
        broken = true;
        LiveLoad<List<User>> live = live(FetchPolicy.CACHE_FIRST);
        watch(live);
        pass(1);
        broken = false;
        live.refresh().subscribe();
        pass(1);
        assertThat(seen).containsExactly("loading[]", "failed down[]", "loading[]", "data[v2]");
    }

    @Test
    void whatIsInvalidatedByKeyOrTagIsLoadedAgainOnceWhereSomebodyWatches() {
        watch(live(FetchPolicy.CACHE_FIRST));
        Disposable second = watch(live(FetchPolicy.CACHE_FIRST));
        pass(1);
        assertThat(requests).hasValue(1);
        loader.invalidateTag("others");
        loader.invalidateTag("people");
        pass(1);
        assertThat(requests).hasValue(2);
        second.dispose();
        loader.invalidateAll();
        pass(1);
        assertThat(requests).hasValue(3);
        loader.invalidate("unknown");
        assertThat(requests).hasValue(3);
    }

    @Test
    void oneAnswerIsGotAsThePolicySays() {
        List<String> got = new ArrayList<>();
        LiveLoad<List<User>> live = live(FetchPolicy.STALE_WHILE_REVALIDATE);
        live.get().subscribe(users -> got.add(users.get(0).name()));
        assertThat(got).isEmpty();
        pass(1);
        live.get().subscribe(users -> got.add(users.get(0).name()));
        assertThat(requests).as("it is fresh").hasValue(1);
        pass(400);
        live.get().subscribe(users -> got.add(users.get(0).name()));
        assertThat(got).containsExactly("v1", "v1", "v1");
        pass(1);
        live(FetchPolicy.CACHE_FIRST)
                .get()
                .subscribe(users -> got.add(users.get(0).name()));
        broken = true;
        live(FetchPolicy.NETWORK_FIRST)
                .get()
                .subscribe(users -> got.add(users.get(0).name()));
        live(FetchPolicy.NETWORK_ONLY).get().subscribe(users -> got.add("wrong"), error -> got.add(error.getMessage()));
        pass(1);
        assertThat(got.subList(3, got.size())).containsExactlyInAnyOrder("v2", "v2", "down");
    }

    @Test
    void aLoadInsideATransactionThatFailsLeavesNothingBehind() {
        Load<User> load = loader.load(User_.ENTITY, () -> Mono.just(User_.of(1L, "v", true)))
                .key("now");
        LiveLoad<List<User>> live =
                load.options(o -> o.policy(FetchPolicy.CACHE_ONLY)).into(blog.users.query());
        watch(live);
        seen.clear();
        assertThatThrownBy(() -> blog.store.transaction("outer", () -> {
                    load.fetch().subscribe();
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(text(live.state())).isEqualTo("data[]");
        assertThat(seen).endsWith("data[]").doesNotContain("data[v]");
        blog.store.transaction("outer", () -> {
            load.fetch().subscribe();
        });
        assertThat(seen).endsWith("data[v]");
        assertThat(load.isFresh()).isTrue();
    }

    @Test
    void aStreamOfStatesEndsWithTheStore() {
        AtomicInteger ended = new AtomicInteger();
        live(FetchPolicy.CACHE_ONLY).states().subscribe(state -> {}, error -> {}, ended::incrementAndGet);
        blog.store.close();
        assertThat(ended).hasValue(1);
    }

    @Test
    void aForgottenKeyIsLoadedAsIfForTheFirstTime() {
        watch(live(FetchPolicy.CACHE_FIRST)).dispose();
        live(FetchPolicy.CACHE_FIRST).refresh().subscribe();
        pass(1);
        loader.forget("users");
        seen.clear();
        watch(live(FetchPolicy.CACHE_FIRST));
        assertThat(seen).containsExactly("loading[v2]");
    }
}
