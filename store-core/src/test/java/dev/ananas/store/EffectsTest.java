package dev.ananas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class EffectsTest {

    record Login(String state) {}

    record Begin(String name) implements Action {}

    record Done(String name) implements Action {}

    record Ask(String name) implements Command<String> {}

    sealed interface Remote extends Effect {}

    record CallLogin(String user) implements Remote {}

    record Beep() implements Effect {}

    private static final StoreDefinition<Login> LOGIN = StoreDefinition.named("login", () -> new Login("out"))
            .update(
                    Begin.class,
                    (state, begin) -> Next.to(new Login("calling " + begin.name()), new CallLogin(begin.name())))
            .on(Done.class, (state, done) -> new Login("in as " + done.name()))
            .answer(
                    Ask.class,
                    (state, ask) -> Next.of(state, "asked " + ask.name()).with(new Beep(), new CallLogin(ask.name())))
            .build();

    private final List<Throwable> reported = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    private Slice<Login> login(EffectHandler<CallLogin> handler) {
        Store store = Store.builder()
                .onSubscriberError(reported::add)
                .handle(CallLogin.class, handler)
                .handle(Beep.class, beep -> {
                    log.add("beep");
                    return Mono.empty();
                })
                .build();
        return storeOf(store).use(LOGIN);
    }

    private Store store = Store.create();

    private Store storeOf(Store made) {
        store = made;
        return made;
    }

    @Test
    void aReducerIsPureAndSaysWhatIsToBeDone() {
        Update<Login, Action> reducer = LOGIN.reducerOf(Begin.class).orElseThrow();
        assertThat(reducer.update(new Login("out"), new Begin("ada")))
                .isEqualTo(Next.to(new Login("calling ada"), new CallLogin("ada")));
    }

    @Test
    void aHandlerTurnsAnEffectIntoAnAction() {
        Sinks.One<Action> server = Sinks.one();
        Slice<Login> login = login(call -> server.asMono());
        List<String> states = new ArrayList<>();
        login.select(Login::state).subscribe(states::add);
        login.dispatch(new Begin("ada"));
        assertThat(store.actions().running()).hasSize(1);
        server.tryEmitValue(new Done("Ada"));
        assertThat(states).containsExactly("out", "calling ada", "in as Ada");
        assertThat(store.actions().running()).isEmpty();
    }

    @Test
    void effectsFollowTheirCommitAndItsEmissions() {
        Slice<Login> login = login(call -> {
            log.add("effect at " + store.version());
            return Flux.just(new Done("one"), new Done("two"));
        });
        store.versions(LOGIN.getter(Login::state)).subscribe(now -> log.add(now.version() + " " + now.value()));
        login.dispatch(new Begin("ada"));
        assertThat(log).containsExactly("0 out", "1 calling ada", "effect at 1", "2 in as one", "3 in as two");
    }

    @Test
    void effectsOfATransactionRunAfterItInTheOrderOfItsActions() {
        Slice<Login> login = login(call -> {
            log.add(call.user());
            return Mono.empty();
        });
        store.transaction("both", () -> {
            login.dispatch(new Begin("ada"));
            assertThat(login.dispatch(new Ask("bob"))).isEqualTo("asked bob");
            assertThat(log).isEmpty();
        });
        assertThat(log).containsExactly("ada", "beep", "bob");
    }

    @Test
    void aFailedTransactionHasNoEffects() {
        Slice<Login> login = login(call -> {
            log.add(call.user());
            return Mono.empty();
        });
        assertThatThrownBy(() -> store.transaction("doomed", () -> {
                    login.dispatch(new Begin("ada"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(log).isEmpty();
    }

    @Test
    void effectsFollowEachOtherInTheOrderOfTransitionsAlsoWhenHandlersDispatch() {
        Slice<Login> login = login(call -> {
            log.add(call.user());
            return call.user().equals("a") ? Flux.just(new Begin("c"), new Begin("d")) : Mono.empty();
        });
        store.select(LOGIN.state()).subscribe(state -> {
            if (state.state().equals("calling a")) {
                login.dispatch(new Begin("b"));
            }
        });
        login.dispatch(new Begin("a"));
        assertThat(log).containsExactly("a", "b", "c", "d");
    }

    @Test
    void anEffectThatNobodyHandlesFailsItsAction() {
        Slice<Login> login = store.use(LOGIN);
        assertThatThrownBy(() -> login.dispatch(new Begin("ada")))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage(
                        "Action \"ada\" failed: nobody handles effect \"CallLogin\"; register a handler of CallLogin"
                                + " with StoreBuilder.handle(...) or store.handle(...)");
        assertThat(login.state()).isEqualTo(new Login("out"));
    }

    @Test
    void aHandlerOfAnInterfaceTakesWhatHasNoHandlerOfItsOwn() {
        Disposable handler = store.handle(Remote.class, remote -> Mono.just(new Done("remote")));
        Slice<Login> login = store.use(LOGIN);
        login.dispatch(new Begin("ada"));
        assertThat(login.state()).isEqualTo(new Login("in as remote"));
        assertThatThrownBy(() -> store.handle(Remote.class, remote -> Mono.empty()))
                .isInstanceOf(StoreException.class)
                .hasMessage("Effect Remote has a handler in this store; keep one, or dispose of the first before");
        store.handle(CallLogin.class, call -> Mono.just(new Done("own")));
        login.dispatch(new Begin("ada"));
        assertThat(login.state()).isEqualTo(new Login("in as own"));
        handler.dispose();
        handler.dispose();
        store.handle(Remote.class, remote -> Mono.empty());
    }

    @Test
    void errorsAreReportedWithTheEffectThatFailed() {
        Slice<Login> login = login(call -> {
            if (call.user().equals("thrown")) {
                throw new IllegalStateException("handler");
            }
            return Flux.concat(
                    Mono.just(new TestSlices.Nobody()), Mono.just(new Done("x")), Mono.error(new Error("late")));
        });
        login.dispatch(new Begin("thrown"));
        login.dispatch(new Begin("emitted"));
        assertThat(reported)
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("Effect \"CallLogin\" failed: handler"),
                        two -> assertThat(two).startsWith("Effect \"CallLogin\" failed: Action \"Nobody\" failed"),
                        three -> assertThat(three).isEqualTo("Effect \"CallLogin\" failed: late"));
        assertThat(login.state()).isEqualTo(new Login("in as x"));
    }

    @Test
    void closingTheStoreCancelsEffects() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Slice<Login> login = login(call -> Mono.<Action>never().doOnCancel(() -> cancelled.set(true)));
        login.dispatch(new Begin("ada"));
        assertThat(cancelled).isFalse();
        store.close();
        assertThat(cancelled).isTrue();
        assertThat(reported).isEmpty();
    }

    @Test
    void listenersHearOfEffects() {
        Slice<Login> login = login(call -> Mono.just(new Done("Ada")));
        store.onAction(call -> log.add(call.kind() + " " + call.name() + " " + call.argument()));
        login.dispatch(new Begin("ada"));
        assertThat(log)
                .containsExactly(
                        "DISPATCH ada Begin[name=ada]",
                        "RUN CallLogin CallLogin[user=ada]",
                        "DISPATCH Ada Done[name=Ada]");
    }

    @Test
    void aBuilderRefusesASecondHandler() {
        StoreBuilder builder = Store.builder().handle(Beep.class, beep -> Mono.empty());
        assertThatThrownBy(() -> builder.handle(Beep.class, beep -> Mono.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Effect Beep has a handler; keep one");
    }
}
