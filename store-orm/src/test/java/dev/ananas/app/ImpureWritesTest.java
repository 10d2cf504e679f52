package dev.ananas.app;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.IdGenerator;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.DevelopmentWarning;
import dev.ananas.store.Store;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an entity type brings along runs in a reducer; outside of the library's packages, as applications are. */
class ImpureWritesTest {
    private final List<DevelopmentWarning> warnings = new ArrayList<>();
    private final Store store = Store.builder().developmentChecks(warnings::add).build();
    private final AtomicInteger count = new AtomicInteger();

    @AfterEach
    void close() {
        store.close();
    }

    private Repository<Row> things(EntityTypeBuilder<Row> builder) {
        EntityType<Row> type = builder.build();
        return Database.on(store, type).repository(type);
    }

    private static EntityTypeBuilder<Row> type() {
        return EntityType.dynamic("things").attr("id", null).string("name", "");
    }

    private void toldOnce(String action) {
        assertThat(warnings).hasSize(1);
        DevelopmentWarning warning = warnings.get(0);
        assertThat(warning.kind()).isEqualTo(DevelopmentWarning.Kind.IMPURE_REDUCER);
        assertThat(warning.message())
                .startsWith("The reducer of slice \"entities\" for action \"" + action
                        + "\" gave two results for one state:" + " they differ in")
                .contains("of \"things\"", "a hook, mutator, cast, default or id generator is not pure");
        assertThat(warning.callSite()).contains("ImpureWritesTest.");
    }

    @Test
    void anImpureHookIsToldOnceWithThePlaceThatWrote() {
        Repository<Row> things = things(type().hooks(hooks ->
                hooks.onSaving(change -> HookResult.patch(Patch.of(Map.of("name", "n" + count.incrementAndGet()))))));
        for (long id = 1; id < 9; id++) {
            things.saveMap(map("id", id));
        }
        toldOnce("save things");
        assertThat(things.find(1L).orElseThrow().get("name")).isEqualTo("n1");
    }

    @Test
    void aHookThatRefusesNowAndThenIsTold() {
        Repository<Row> things = things(type().hooks(hooks ->
                hooks.onCreating(change -> count.incrementAndGet() % 2 == 0 ? HookResult.veto() : HookResult.keep())));
        things.saveMap(map("id", 1));
        toldOnce("save things");
        assertThat(things.all()).hasSize(1);
    }

    @Test
    void anImpureMutatorIsTold() {
        Repository<Row> things =
                things(type().attr("code", null).mutate(code -> code + "-" + count.incrementAndGet(), null));
        things.saveMap(map("id", 1, "code", "a"));
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).message())
                .contains("they differ in what is read of a row that is stored alike", "mutator");
    }

    /** It runs once, on the way into the action, which then carries what it made. */
    @Test
    void aMutatorOfGivenValuesMayDrawThem() {
        Repository<Row> things =
                things(type().attr("code", null).mutate(null, code -> code + "-" + count.incrementAndGet()));
        things.saveMap(map("id", 1, "code", "a"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void anImpureDefaultIsToldWhenItIsUsed() {
        Repository<Row> things = things(type().attr("at", (Supplier<Object>) count::incrementAndGet));
        things.saveMap(map("id", 1, "at", 5));
        assertThat(warnings).isEmpty();
        things.insertMaps(List.of(map("id", 2)));
        toldOnce("insert things");
    }

    @Test
    void anImpureIdGeneratorIsTold() {
        Repository<Row> things = things(EntityType.dynamic("things")
                .uid("id", (random, sequence) -> "made " + count.incrementAndGet())
                .string("name", ""));
        things.saveMap(map("name", "a"));
        toldOnce("save things");
        assertThat(warnings.get(0).message()).contains("they differ in 2 rows");
    }

    @Test
    void anUpdateWhoseHookFailsTheSecondTimeIsToldAndSucceeds() {
        Repository<Row> things = things(type().hooks(hooks -> hooks.onUpdating(change -> {
            if (count.incrementAndGet() == 2) {
                throw new IllegalStateException("again");
            }
            return HookResult.keep();
        })));
        things.saveMap(map("id", 1, "name", "a"));
        things.saveMap(map("id", 1, "name", "b"));
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).message())
                .contains("the second time it failed with java.lang.IllegalStateException: again");
        assertThat(things.find(1L).orElseThrow().get("name")).isEqualTo("b");
    }

    @Test
    void generatedIdsSequencesTimestampsAndAfterHooksAreFine() {
        List<String> heard = new ArrayList<>();
        Repository<Row> things = things(EntityType.dynamic("things")
                .uid("id", IdGenerator.uuid())
                .uid("code", IdGenerator.nanoid())
                .uid("number", IdGenerator.sequence())
                .string("name", "")
                .timestamps()
                .hooks(hooks -> hooks.onSaved(row -> heard.add("saved"))));
        for (int i = 0; i < 4; i++) {
            things.saveMap(map("name", "n" + i));
        }
        things.saveAll(things.all());
        things.saveJson("[{\"name\": \"x\"}, {\"name\": \"y\"}]");
        things.clear();
        assertThat(warnings).isEmpty();
        assertThat(heard).hasSize(4 + 4 + 2);
    }

    @Test
    void aStreamIsReadOnce() {
        Repository<Row> things = things(type());
        String json = "[{\"id\": 1}, {\"id\": 2}]";
        things.saveJson(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), read -> true);
        assertThat(things.all()).hasSize(2);
        assertThat(warnings).isEmpty();
    }
}
