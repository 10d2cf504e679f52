package dev.ananas.store.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ananas.store.Action;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

/** Slices as JSON and back. */
class SnapshotsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final StoreDefinition<Counter> COUNTER = StoreDefinition.named(
                    "counter", () -> new Counter(0, "none"))
            .on(Add.class, (state, add) -> new Counter(state.count() + add.by(), state.label()))
            .build();
    private static final StoreDefinition<String> THEME =
            StoreDefinition.named("theme", () -> "light").build();

    private final Store store = Store.create();

    record Counter(int count, String label) {}

    record Add(int by) implements Action {}

    @AfterEach
    void close() {
        store.close();
    }

    private static Snapshots.Builder builder(Store store) {
        return Snapshots.of(store)
                .slice(COUNTER, SliceCodec.of(MAPPER, Counter.class))
                .slice(THEME, SliceCodec.of(TextNode::new, node -> {
                    if (!node.isTextual()) {
                        throw new IllegalArgumentException("a text, found " + node);
                    }
                    return node.textValue();
                }));
    }

    @Test
    void slicesComeBackAsTheyWere() {
        store.use(COUNTER).dispatch(new Add(41));
        store.use(THEME).patch("dark", now -> "dark");
        String json = builder(store).build().toJson();
        assertThat(json)
                .isEqualTo("{\"ananas\":{\"format\":1,\"version\":1},\"slices\":"
                        + "{\"counter\":{\"count\":41,\"label\":\"none\"},\"theme\":\"dark\"}}");
        try (Store other = Store.create()) {
            Restored found = builder(other).build().restore(json);
            assertThat(other.use(COUNTER).state()).isEqualTo(new Counter(41, "none"));
            assertThat(other.use(THEME).state()).isEqualTo("dark");
            assertThat(found.version()).isEqualTo(1);
            assertThat(builder(other).build().toJson()).isEqualTo(json);
        }
    }

    @Test
    void hydrationWhatIsRestoredBeforeASliceIsUsedIsTheFirstStateAnybodySees() {
        builder(store)
                .build()
                .restore(
                        "{\"ananas\":{\"format\":1,\"version\":1},\"slices\":{\"counter\":{\"count\":7,\"label\":\"x\"}}}");
        List<Counter> seen = new ArrayList<>();
        store.use(COUNTER);
        store.select(COUNTER.state()).subscribe(seen::add);
        assertThat(seen).containsExactly(new Counter(7, "x"));
        assertThat(store.state().slices()).as("the other slice is not used yet").doesNotContain("theme");
    }

    @Test
    void aTextOfAnyLengthComesBack() {
        StringBuilder text = new StringBuilder();
        while (text.length() < 20_500_000) {
            text.append("0123456789");
        }
        store.use(THEME).replace(text.toString());
        String json = builder(store).build().toJson();
        store.use(THEME).reset();
        builder(store).build().restore(json);
        assertThat(store.use(THEME).state().length()).isEqualTo(text.length());
    }

    @Test
    void restoringIsOneTransitionNamedRestore() {
        String json = "{\"ananas\":{\"format\":1,\"version\":1},\"slices\":"
                + "{\"counter\":{\"count\":1,\"label\":\"x\"},\"theme\":\"dark\"}}";
        List<Transition> transitions = new ArrayList<>();
        store.transitions().subscribe(transitions::add);
        builder(store).build().restore(json);
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).action().name()).isEqualTo("restore");
    }

    @Test
    void restoringWhatIsThereEmitsNothing() {
        store.use(COUNTER).dispatch(new Add(3));
        Snapshots snapshots = builder(store).build();
        List<Counter> seen = new ArrayList<>();
        store.select(COUNTER.state()).subscribe(seen::add);
        long version = store.version();
        snapshots.restore(snapshots.toJson());
        assertThat(store.version()).isEqualTo(version);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aSliceThatTheSnapshotDoesNotHaveGetsItsInitialState() {
        String json = builder(store).build().toJson();
        store.use(COUNTER).dispatch(new Add(3));
        builder(store).build().restore(json);
        assertThat(store.use(COUNTER).state()).isEqualTo(new Counter(0, "none"));
    }

    @Test
    void aSliceThatNobodyKnowsIsKeptAndWrittenAgain() {
        String json = "{\"ananas\":{\"format\":1,\"version\":1},\"slices\":"
                + "{\"theme\":\"dark\",\"cart\":{\"lines\":[1,2.50,\"\\u00e9\"]}}}";
        Restored found = builder(store).build().restore(json);
        assertThat(found.kept()).containsExactly("cart");
        store.use(THEME).patch("light", now -> "light");
        assertThat(builder(store).build().toJson()).contains("\"cart\":{\"lines\":[1,2.50,\"\u00e9\"]}");
        builder(store).build().restore("{\"ananas\":{\"format\":1,\"version\":1},\"slices\":{}}");
        assertThat(builder(store).build().toJson()).doesNotContain("cart");
    }

    @Test
    void anOlderSnapshotIsMigratedStepByStep() {
        Snapshots snapshots = builder(store)
                .version(4)
                .migrate(1, Migration.renameSlice("count", "counter").then(Migration.dropSlice("gone")))
                .migrate(
                        2,
                        Migration.renameMember("counter", "n", "count")
                                .then(Migration.changeMember(
                                        "counter", "count", node -> IntNode.valueOf(Integer.parseInt(node.asText())))))
                .migrate(
                        3,
                        Migration.addMember("counter", "label", TextNode.valueOf("new"))
                                .then(Migration.dropMember("counter", "old")))
                .build();
        Restored found = snapshots.restore("{\"ananas\":{\"format\":1,\"version\":1},\"slices\":"
                + "{\"count\":{\"n\":\"17\",\"old\":true},\"gone\":1,\"theme\":\"dark\"}}");
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.kept()).isEmpty();
        assertThat(store.use(COUNTER).state()).isEqualTo(new Counter(17, "new"));
        assertThat(store.use(THEME).state()).isEqualTo("dark");
    }

    @Test
    void aMigrationThatFailsSaysWhichAndRestoresNothing() {
        store.use(COUNTER).dispatch(new Add(1));
        Snapshots snapshots = builder(store)
                .version(2)
                .migrate(1, Migration.renameMember("counter", "n", "count"))
                .build();
        assertThatThrownBy(() ->
                        snapshots.restore("{\"ananas\":{\"format\":1,\"version\":1},\"slices\":{\"counter\":[]}}"))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("migration from version 1")
                .hasMessageContaining("expected an object at /slices/counter, found []");
        assertThat(store.use(COUNTER).state().count()).isEqualTo(1);
    }

    @Test
    void whatIsWrongAfterAMigrationIsToldWithItsPointer() {
        Snapshots snapshots = builder(store)
                .version(2)
                .migrate(1, Migration.slice("theme", node -> JsonNodeFactory.instance.numberNode(3)))
                .build();
        SnapshotException fault = catchThrowableOfType(
                SnapshotException.class,
                () -> snapshots.restore("{\"ananas\":{\"format\":1,\"version\":1},\"slices\":{\"theme\":\"dark\"}}"));
        assertThat(fault.pointer()).isEqualTo("/slices/theme");
        assertThat(fault.line()).isEqualTo(-1);
        assertThat(fault).hasMessageContaining("a text, found 3");
    }

    @Test
    void migrationsHaveToLeadUpToTheVersionWithoutAGap() {
        Migration none = slices -> slices;
        assertThatThrownBy(() -> builder(store)
                        .version(4)
                        .migrate(1, none)
                        .migrate(3, none)
                        .build())
                .hasMessageContaining("there is none from 2");
        assertThatThrownBy(() -> builder(store).version(4).migrate(2, none).build())
                .hasMessageContaining("there is none from 3");
        assertThatThrownBy(() -> builder(store).version(2).migrate(2, none).build())
                .hasMessageContaining("is the last");
        assertThatThrownBy(() -> builder(store).migrate(1, none).migrate(1, none))
                .hasMessageContaining("then(...)");
        assertThatThrownBy(() -> builder(store).slice(THEME, SliceCodec.of(MAPPER, String.class)))
                .hasMessageContaining("added twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ''                                                                       | ''                         | expected
            []                                                                       | ''                         | a snapshot, which is an object, found a list
            {"slices": {}}                                                           | /slices                    | a first member "ananas", found the member "slices"
            {"ananas": {"format": 1}, "slices": {}}                                  | /ananas                    | a member "version", found the end of the object
            {"ananas": {"format": 1, "version": "2"}, "slices": {}}                  | /ananas/version            | a number, found the text "2"
            {"ananas": {"format": 2, "version": 1}, "slices": {}}                    | /ananas/format             | Expected format 1, found 2
            {"ananas": {"format": 1, "version": 9}, "slices": {}}                    | /ananas/version            | expected version 3 or below, found 9
            {"ananas": {"format": 1, "version": 2}, "slices": {}}                    | /ananas/version            | no migration from it
            {"ananas": {"format": 1, "version": 3}, "slices": []}                    | /slices                    | an object of slices by name, found a list
            {"ananas": {"format": 1, "version": 3}, "slices": {"counter": 7}}        | /slices/counter            | damaged
            {"ananas": {"format": 1, "version": 3}, "slices": {"counter": {"count": "x"}}} | /slices/counter/count | damaged
            {"ananas": {"format": 1, "version": 3}, "slices": {"counter": {"many": 1}}} | /slices/counter | Unrecognized field "many"
            {"ananas": {"format": 1, "version": 3}, "slices": {"counter": null}}     | /slices/counter            | expects its state, found null
            {"ananas": {"format": 1, "version": 3}, "slices": {"theme": 1}}          | /slices/theme              | a text, found 1
            {"ananas": {"format": 1, "version": 3}, "slices": {"theme": "a", "theme": "b"}} | /slices/theme       | Duplicate field 'theme'
            {"ananas": {"format": 1, "version": 3}, "slices": {"x": {"a": 1, "a": 2}}} | /slices/x/a              | Duplicate field 'a'
            {"ananas": {"format": 1, "version": 3}, "slices": {"theme": "a"          | /slices/theme              | end-of-input
            {"ananas": {"format": 1, "version": 3}, "slices": {"theme": "a           | /slices/theme              | end-of-input
            {"ananas": {"format": 1, "version": 3}, "slices": {"theme": dark}}       | /slices/theme              | damaged
            {"ananas": {"format": 1, "version": 3}, "slices": {}} {}                 | ''                         | nothing after the snapshot
            {"ananas": {"format": 1, "version": 3}, "slices": {}, "more": 1}         | /more                      | the end of the snapshot, found the member "more"
            """)
    void aDamagedSnapshotIsRefusedWithThePlaceAndNothingChanges(String json, String pointer, String message) {
        store.use(COUNTER).dispatch(new Add(5));
        Object state = store.state();
        SnapshotException fault = catchThrowableOfType(
                SnapshotException.class, () -> builder(store).version(3).build().restore(json == null ? "" : json));
        assertThat(fault).isNotNull();
        assertThat(fault.getMessage()).containsIgnoringCase(message);
        assertThat(fault.pointer()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(fault.line()).isEqualTo(1);
        assertThat(store.state()).isSameAs(state);
    }

    @Test
    void lineAndColumnOfAFaultAreTold() {
        SnapshotException fault = catchThrowableOfType(
                SnapshotException.class,
                () -> builder(store)
                        .build()
                        .restore("{\"ananas\": {\"format\": 1, \"version\": 1},\n \"slices\": {\n  \"theme\": 1}}"));
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo(12);
        assertThat(fault).hasMessageContaining("at /slices/theme (line 3, column 12)");
    }

    @Test
    void aFileIsReplacedAsAWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep").resolve("state.json");
        store.use(THEME).patch("dark", now -> "dark");
        Snapshots snapshots = builder(store).build();
        snapshots.save(file, SnapshotProgress.IGNORED);
        store.use(THEME).patch("blue", now -> "blue");
        assertThatThrownBy(() -> snapshots.save(file, rows -> false)).isInstanceOf(CancellationException.class);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        snapshots.load(file, SnapshotProgress.IGNORED);
        assertThat(store.use(THEME).state()).isEqualTo("dark");
    }

    @Test
    void filesAreWrittenAndReadForEachSubscriber(@TempDir Path folder) {
        Path file = folder.resolve("state.json");
        store.use(THEME).patch("dark", now -> "dark");
        Snapshots snapshots = builder(store).build();
        StepVerifier.create(snapshots.saving(file, SnapshotProgress.IGNORED))
                .expectNext(file)
                .verifyComplete();
        store.use(THEME).patch("blue", now -> "blue");
        StepVerifier.create(snapshots.loading(file, SnapshotProgress.IGNORED))
                .expectNextMatches(found -> found.version() == 1)
                .verifyComplete();
        assertThat(store.use(THEME).state()).isEqualTo("dark");
        StepVerifier.create(snapshots.loading(folder.resolve("missing.json"), SnapshotProgress.IGNORED))
                .expectErrorMatches(error -> error.getMessage().contains("missing.json"))
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aLoadThatIsCancelledRestoresNothing() {
        String json = "{\"ananas\":{\"format\":1,\"version\":1},\"slices\":{\"theme\":\"dark\"}}";
        Snapshots snapshots = builder(store).build();
        assertThatThrownBy(() -> snapshots.restore(
                        new java.io.ByteArrayInputStream(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        rows -> false))
                .isInstanceOf(CancellationException.class);
        assertThat(store.version()).isZero();
    }
}
