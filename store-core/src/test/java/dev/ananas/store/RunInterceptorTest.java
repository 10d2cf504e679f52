package dev.ananas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Something else in place of the work of runs. */
class RunInterceptorTest {

    record Ring(int times) implements Effect {}

    record Celebrate() implements Action {}

    @Test
    void itSeesEveryRunAndMayGiveOtherWork() {
        List<String> seen = new ArrayList<>();
        StoreDefinition<Integer> slice = StoreDefinition.named("slice", () -> 0)
                .update(Celebrate.class, (state, action) -> Next.to(state, new Ring(2)))
                .build();
        List<Ring> rung = new ArrayList<>();
        try (Store store = Store.builder()
                .handle(Ring.class, ring -> {
                    rung.add(ring);
                    return Flux.empty();
                })
                .runInterceptor((call, body) -> {
                    seen.add(call.name() + " " + call.argument());
                    return call.name().equals("login") ? () -> Mono.just("other") : body;
                })
                .build()) {
            assertThat(store.<String>action("login", 7, () -> Mono.just("real")).block())
                    .isEqualTo("other");
            assertThat(store.use(slice)
                            .actions()
                            .run("load", () -> Flux.just(1, 2))
                            .values()
                            .collectList()
                            .block())
                    .containsExactly(1, 2);
            store.dispatch(new Celebrate());
        }
        assertThat(rung).containsExactly(new Ring(2));
        assertThat(seen).containsExactly("login 7", "load null", "Ring Ring[times=2]");
    }

    @Test
    void itMayGiveAnotherFunctionToCallAndListenersHearItsAnswer() {
        List<Object> heard = new ArrayList<>();
        RunInterceptor interceptor = new RunInterceptor() {
            @Override
            public Supplier<? extends Publisher<?>> around(ActionCall call, Supplier<? extends Publisher<?>> body) {
                return body;
            }

            @Override
            public Supplier<?> aroundCall(ActionCall call, Supplier<?> body) {
                return call.name().equals("price") ? () -> "other" : body;
            }
        };
        try (Store store = Store.builder().runInterceptor(interceptor).build()) {
            store.onAction(new ActionListener() {
                @Override
                public void before(ActionCall call) {}

                @Override
                public void after(ActionCall call, Object result) {
                    heard.add(result);
                }
            });
            assertThat(store.actions().<String>call("price", () -> "real")).isEqualTo("other");
            assertThat(store.actions().<String>call("name", () -> "tea")).isEqualTo("tea");
        }
        assertThat(heard).containsExactly("other", "tea");
    }

    @Test
    void whatItThrowsFailsTheRun() {
        try (Store store = Store.builder()
                .runInterceptor((call, body) -> {
                    throw new IllegalStateException("no runs here");
                })
                .build()) {
            assertThatThrownBy(() -> store.action("login", () -> Mono.just(1)).block())
                    .hasMessage("no runs here");
        }
    }
}
