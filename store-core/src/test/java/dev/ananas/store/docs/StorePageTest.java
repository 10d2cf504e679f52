package dev.ananas.store.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.Action;
import dev.ananas.store.ActionCall;
import dev.ananas.store.ActionListener;
import dev.ananas.store.ActionRun;
import dev.ananas.store.Effect;
import dev.ananas.store.ExtensionKey;
import dev.ananas.store.KeyedSelector;
import dev.ananas.store.Next;
import dev.ananas.store.OptionKey;
import dev.ananas.store.Scope;
import dev.ananas.store.Selector;
import dev.ananas.store.Slice;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.StorePlugin;
import dev.ananas.store.logging.LoggingPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pages about the store: their code compiles and runs here, and the tests they name exist. */
class StorePageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    record Counter(int count) {}

    record Add(int by) implements Action {}

    static final StoreDefinition<Counter> COUNTER = StoreDefinition.named("counter", () -> new Counter(0))
            .on(Add.class, (state, add) -> new Counter(state.count() + add.by()))
            .build();
    static final Selector<Integer> DOUBLED = COUNTER.getter(state -> state.count() * 2);
    static final KeyedSelector<Integer, Integer> TIMES = COUNTER.getter((state, factor) -> state.count() * factor);

    record CallLogin(String user) implements Effect {}

    record LoggedIn(String user) implements Action {}

    record Begin(String user) implements Action {}

    static final StoreDefinition<String> SESSION = StoreDefinition.named("session", () -> "nobody")
            .update(Begin.class, (state, begin) -> Next.to("calling " + begin.user(), new CallLogin(begin.user())))
            .on(LoggedIn.class, (state, in) -> in.user())
            .build();

    static final ExtensionKey<List<String>> JOURNAL = ExtensionKey.named("journal");
    static final OptionKey<Boolean> AUDITED = OptionKey.of("audited", false);
    static final StorePlugin AUDIT = context -> {
        List<String> journal = new ArrayList<>();
        context.provide(JOURNAL, journal);
        context.middleware((action, chain) -> {
            Object answer = chain.next(action);
            journal.add(action.name());
            return answer;
        });
        context.onSlice(slice -> {
            if (slice.slice().definition().option(AUDITED)) {
                journal.add("audits " + slice.slice().definition().name());
            }
        });
    };

    private final Api api = new Api();
    private final List<Object> seen = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Store store = Store.create();

    @Test
    void slicesAndGetters() {
        Slice<Counter> counter = store.use(COUNTER);
        store.select(DOUBLED).subscribe(seen::add);
        store.select(TIMES.of(3)).subscribe(seen::add);
        counter.dispatch(new Add(2));
        counter.patch("correct", state -> new Counter(40));
        counter.replace(new Counter(7));
        counter.reset();
        store.resetAll();
        assertThat(seen).containsExactly(0, 0, 4, 6, 80, 120, 14, 21, 0, 0);
    }

    @Test
    void actions() {
        Slice<Counter> counter = store.use(COUNTER);
        Mono<String> login =
                store.action("login", "ada", () -> api.login("ada").doOnNext(name -> counter.dispatch(new Add(1))));
        ActionRun<String> run = store.actions().run("feed", () -> api.feed().doOnNext(seen::add));
        int total = store.actions().call("total", () -> counter.state().count());
        run.cancel();
        assertThat(login.block()).isEqualTo("ada");
        assertThat(total).isEqualTo(1);
        assertThat(run.state()).isEqualTo(ActionRun.State.CANCELLED);
    }

    @Test
    void listeners() {
        Slice<Counter> counter = store.use(COUNTER);
        Scope window = Scope.named("window");
        window.add(store.onAction(new ActionListener() {
            public void before(ActionCall call) {}

            public void after(ActionCall call, Object result) {
                log.add(call.name() + " took " + call.elapsed());
            }

            public void onError(ActionCall call, Throwable error) {
                log.add(call.name() + " failed: " + error.getMessage());
            }
        }));
        window.add(counter.changes().subscribe(change -> log.add(change.before() + " -> " + change.after())));
        counter.dispatch(new Add(1));
        window.close();
        counter.dispatch(new Add(1));
        assertThat(log).hasSize(2);
        assertThat(log.get(0)).isEqualTo("Counter[count=0] -> Counter[count=1]");
        assertThat(log.get(1)).startsWith("Add took");
    }

    @Test
    void effects() {
        store.handle(CallLogin.class, call -> api.login(call.user()).map(LoggedIn::new));
        store.use(SESSION).dispatch(new Begin("ada"));
        assertThat(store.use(SESSION).state()).isEqualTo("ada");
    }

    @Test
    void plugins() {
        Store audited = Store.builder().plugin(AUDIT, LoggingPlugin.create()).build();
        Disposable installed = store.install(AUDIT);
        List<String> journal = store.extension(JOURNAL);
        store.use(COUNTER).dispatch(new Add(1));
        installed.dispose();
        audited.use(
                StoreDefinition.named("money", () -> 0).option(AUDITED, true).build());
        assertThat(journal).containsExactly("Add");
        assertThat(audited.extension(JOURNAL)).containsExactly("audits money");
    }

    @Test
    void theCodeOfThePageIsTheCodeOfThisTest() throws IOException {
        String here = withoutSpace(
                Files.readString(ROOT.resolve("store-core/src/test/java/dev/ananas/store/docs/StorePageTest.java")));
        List<String> blocks = BLOCK.matcher(Files.readString(ROOT.resolve("docs/store.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(5);
        assertThat(blocks.stream().flatMap(String::lines)).allMatch(line -> here.contains(withoutSpace(line)));
    }

    @Test
    void theTestsNamedForTheFeaturesOfPiniaExist() throws IOException {
        Set<String> named = TEST.matcher(Files.readString(ROOT.resolve("docs/coming-from-pinia.md")))
                .results()
                .map(found -> found.group(1) + ".java")
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(testFiles());
    }

    private static Set<String> testFiles() throws IOException {
        Set<String> all = new HashSet<>();
        for (String module : List.of("store-core", "store-orm", "store-test")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString()).forEach(all::add);
            }
        }
        return all;
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("//[^\n]*", "").replaceAll("\\s", "");
    }

    private static final class Api {

        Mono<String> login(String user) {
            return Mono.just(user);
        }

        Flux<String> feed() {
            return Flux.never();
        }
    }
}
