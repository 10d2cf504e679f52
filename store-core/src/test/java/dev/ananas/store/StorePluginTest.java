package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.EffectsTest.Beep;
import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class StorePluginTest {

    private static final ExtensionKey<StringBuilder> NOTES = ExtensionKey.named("notes");
    private static final ExtensionKey<List<String>> TAGS = ExtensionKey.named("tags");
    private static final OptionKey<Boolean> PERSISTED = OptionKey.of("persisted", false);
    private static final StoreDefinition<Integer> VISITS =
            StoreDefinition.named("visits", () -> 0).build();
    private static final StoreDefinition<String> SAVED =
            StoreDefinition.named("saved", () -> "").option(PERSISTED, true).build();

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);

    private static StorePlugin tagging(List<String> seen) {
        return context -> context.onSlice(slice -> {
            seen.add(slice.slice().definition().name());
            slice.provide(TAGS, List.of("tag of " + slice.slice().definition().name()));
        });
    }

    @Test
    void aPluginAddsTypedObjectsToTheStore() {
        StringBuilder notes = new StringBuilder();
        Store withNotes =
                Store.builder().plugin(context -> context.provide(NOTES, notes)).build();
        assertThat(withNotes.extension(NOTES)).isSameAs(notes);
        assertThatThrownBy(() -> withNotes.extension(TAGS))
                .isInstanceOf(StoreException.class)
                .hasMessage("The store has no extension \"tags\" (there are: notes);"
                        + " install the plugin that provides it");
        assertThatThrownBy(() -> store.extension(NOTES)).hasMessageContaining("(there are: none)");
    }

    @Test
    void aPluginExtendsSlicesThatAreThereAndThoseToCome() {
        List<String> seen = new ArrayList<>();
        store.use(NAMES);
        store.install(tagging(seen));
        assertThat(seen).containsExactly("counter", "names");
        Slice<Integer> later = store.use(VISITS);
        store.use(VISITS);
        assertThat(seen).containsExactly("counter", "names", "visits");
        assertThat(counter.extension(TAGS)).containsExactly("tag of counter");
        assertThat(later.extension(TAGS)).containsExactly("tag of visits");
        assertThat(store.version()).isZero();
    }

    @Test
    void aPluginOfTheBuilderComesBeforeAllSlices() {
        List<String> seen = new ArrayList<>();
        Store built = Store.builder().plugin(tagging(seen)).build();
        assertThat(seen).isEmpty();
        assertThat(built.use(COUNTER).extension(TAGS)).containsExactly("tag of counter");
    }

    @Test
    void aPluginReadsTheOptionsOfDefinitions() {
        List<String> persisted = new ArrayList<>();
        store.use(SAVED);
        store.install(context -> context.onSlice(slice -> {
            if (slice.slice().definition().option(PERSISTED)) {
                persisted.add(slice.slice().definition().name());
            }
        }));
        assertThat(persisted).containsExactly("saved");
    }

    @Test
    void aPluginAddsStateAndWrapsActions() {
        store.install(context -> {
            Slice<Integer> visits = context.store().use(VISITS);
            context.middleware((action, chain) -> {
                Object answer = chain.next(action);
                if (action instanceof Add) {
                    visits.patch("visit", count -> count + 1);
                }
                return answer;
            });
        });
        counter.dispatch(new Add(5));
        counter.dispatch(new Add(5));
        assertThat(store.state().get(VISITS)).isEqualTo(2);
        assertThat(store.version()).isEqualTo(2);
    }

    @Test
    void whatAPluginWritesWhileItIsInstalledIsOneTransition() {
        List<Transition> transitions = new ArrayList<>();
        store.transitions().subscribe(transitions::add);
        store.install(context -> {
            counter.dispatch(new Add(1));
            counter.dispatch(new Add(1));
        });
        assertThat(transitions).hasSize(1);
        assertThat(counter.state()).isEqualTo(new Counter(2));
    }

    @Test
    void uninstallingTakesBackEverythingButState() {
        List<String> log = new ArrayList<>();
        Scope[] scope = new Scope[1];
        Disposable installed = store.install(context -> {
            context.store().use(VISITS);
            context.middleware((action, chain) -> {
                log.add("middleware");
                return chain.next(action);
            });
            context.onAction(call -> log.add("listener"));
            context.handle(Beep.class, beep -> Mono.empty());
            context.provide(NOTES, new StringBuilder());
            context.onSlice(slice -> slice.provide(TAGS, List.of()));
            scope[0] = context.scope();
        });
        counter.dispatch(new Add(1));
        assertThat(log).containsExactly("listener", "middleware");

        installed.dispose();
        counter.dispatch(new Add(1));

        assertThat(log).hasSize(2);
        assertThat(scope[0].isDisposed()).isTrue();
        assertThatThrownBy(() -> store.extension(NOTES)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> counter.extension(TAGS))
                .hasMessageStartingWith("Slice \"counter\" has no extension \"tags\"");
        assertThatThrownBy(() -> store.use(NAMES).extension(TAGS)).isInstanceOf(StoreException.class);
        store.handle(Beep.class, beep -> Mono.empty());
        assertThat(store.state().contains(VISITS)).isTrue();
    }

    @Test
    void aPluginThatFailsLeavesNothingBehind() {
        List<String> log = new ArrayList<>();
        assertThatThrownBy(() -> store.install(context -> {
                    context.middleware((action, chain) -> {
                        log.add("middleware");
                        return chain.next(action);
                    });
                    context.provide(NOTES, new StringBuilder());
                    counter.dispatch(new Add(1));
                    throw new IllegalStateException("broken plugin");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken plugin");
        assertThat(counter.state()).isEqualTo(new Counter(0));
        log.clear();
        counter.dispatch(new Add(1));
        assertThat(log).isEmpty();
        assertThatThrownBy(() -> store.extension(NOTES)).isInstanceOf(StoreException.class);
    }

    @Test
    void aPluginThatFailsForASliceFailsItsUse() {
        boolean[] broken = {true};
        store.install(context -> context.onSlice(slice -> {
            if (broken[0] && slice.slice().definition() == VISITS) {
                throw new IllegalStateException("not this one");
            }
        }));
        assertThatThrownBy(() -> store.use(VISITS)).hasMessage("not this one");
        broken[0] = false;
        assertThat(store.use(VISITS).state()).isZero();
    }

    @Test
    void oneKeyTwiceIsRefused() {
        store.install(context -> context.provide(NOTES, new StringBuilder("first")));
        assertThatThrownBy(() -> store.install(context -> context.provide(NOTES, new StringBuilder("second"))))
                .isInstanceOf(StoreException.class)
                .hasMessage("The store has an extension \"notes\" already");
        assertThat(store.extension(NOTES)).hasToString("first");
    }

    @Test
    void pluginsEndWithTheStoreTheLatestFirst() {
        List<String> ended = new ArrayList<>();
        store.install(context -> context.scope().add(() -> ended.add("first")));
        store.install(context -> context.scope().add(() -> ended.add("second")));
        store.close();
        assertThat(ended).containsExactly("second", "first");
        assertThatThrownBy(() -> store.install(context -> {}))
                .isInstanceOf(StoreClosedException.class)
                .hasMessageMatching("Plugin \".*\" was refused: the store is closed");
    }

    @Test
    void aDisposedSliceIsExtendedAgainWhenItIsUsedAgain() {
        List<String> seen = new ArrayList<>();
        store.install(tagging(seen));
        counter.dispose();
        assertThat(store.use(COUNTER).extension(TAGS)).isNotEmpty();
        assertThat(seen).containsExactly("counter", "counter");
    }

    @Test
    void keysAndOptionsPrintThemselves() {
        assertThat(NOTES).hasToString("ExtensionKey[notes]");
        assertThat(PERSISTED).hasToString("OptionKey[persisted]");
        assertThat(COUNTER.option(PERSISTED)).isFalse();
    }
}
