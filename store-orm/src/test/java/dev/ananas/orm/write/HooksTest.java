package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.Change;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Hooks;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.ActionFailedException;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HooksTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final Store store = Store.builder().onSubscriberError(reported::add).build();
    private final List<String> log = new ArrayList<>();

    private static final EntityType<Row> PARTS = EntityType.dynamic("parts")
            .number("id", null)
            .number("wholeId", null)
            .string("name", "")
            .build();

    private static final EntityType<Row> LABELS =
            EntityType.dynamic("labels").number("id", null).build();

    private static final EntityType<Row> LINKS = EntityType.dynamic("links")
            .number("wholeId", null)
            .number("labelId", null)
            .string("note", "")
            .primaryKey("wholeId", "labelId")
            .build();

    private static final EntityType<Row> WHOLES = EntityType.dynamic("wholes")
            .number("id", null)
            .string("name", "")
            .hasMany("parts", "parts", "wholeId")
            .onDelete(OnDelete.CASCADE)
            .belongsToMany("labels", "labels", "links", "wholeId", "labelId")
            .onDelete(OnDelete.DETACH)
            .build();

    @AfterEach
    void close() {
        store.close();
    }

    private Database open(UnaryOperator<Hooks<Object>> hooks) {
        return Database.builder(store)
                .types(WHOLES, PARTS, LABELS, LINKS)
                .hooks(hooks)
                .build();
    }

    /** Notes every hook that runs for any record. */
    private Hooks<Object> logging(Hooks<Object> hooks) {
        return hooks.onSaving(this::note)
                .onCreating(this::note)
                .onUpdating(this::note)
                .onDeleting(this::note)
                .onSaved(this::tell)
                .onCreated(this::tell)
                .onUpdated(this::tell)
                .onDeleted(this::tell)
                .onRetrieved(this::tell);
    }

    private HookResult<Object> note(Change<Object> change) {
        tell(change);
        return HookResult.keep();
    }

    private void tell(Change<Object> change) {
        log.add(change.event().name().toLowerCase(Locale.ROOT) + " " + change.entity() + " " + change.key());
    }

    private List<String> log() {
        List<String> all = List.copyOf(log);
        log.clear();
        return all;
    }

    @Test
    void aSaveRunsSavingFirstAndSavedBeforeCreatedOrUpdated() {
        Repository<Row> wholes = open(this::logging).repository(WHOLES);
        wholes.saveMap(map("id", 1, "name", "a"));
        assertThat(log()).containsExactly("saving wholes 1", "creating wholes 1", "saved wholes 1", "created wholes 1");
        wholes.save(wholes.make(map("id", 1, "name", "b")));
        assertThat(log()).containsExactly("saving wholes 1", "updating wholes 1", "saved wholes 1", "updated wholes 1");
    }

    @Test
    void everyOtherWriteRunsItsOwnHooks() {
        Repository<Row> wholes = open(this::logging).repository(WHOLES);
        wholes.insertMaps(List.of(map("id", 1), map("id", 2), map("id", 3)));
        assertThat(log()).isEmpty();
        wholes.update(1, Patch.of("name", "x"));
        assertThat(log()).containsExactly("updating wholes 1", "updated wholes 1");
        wholes.destroy(List.of(1, 2));
        assertThat(log())
                .containsExactly("deleting wholes 1", "deleting wholes 2", "deleted wholes 1", "deleted wholes 2");
        wholes.freshMaps(List.of(map("id", 3)));
        assertThat(log()).containsExactly("saving wholes 3", "creating wholes 3", "saved wholes 3", "created wholes 3");
        wholes.freshRawMaps(List.of(map("id", 4)));
        wholes.clear();
        assertThat(log()).isEmpty();
    }

    @Test
    void nestedRecordsAndLinksRunTheirHooks() {
        Repository<Row> wholes = open(this::logging).repository(WHOLES);
        wholes.saveMap(map("id", 1, "parts", List.of(map("id", 5)), "labels", List.of(map("id", 7))));
        assertThat(log().stream().filter(line -> line.startsWith("creat")))
                .containsExactly(
                        "creating wholes 1",
                        "creating parts 5",
                        "creating labels 7",
                        "creating links [1, 7]",
                        "created wholes 1",
                        "created parts 5",
                        "created labels 7",
                        "created links [1, 7]");
        wholes.relation("labels").updatePivot(1, 7, Patch.of("note", "n"));
        assertThat(log()).contains("updating links [1, 7]", "updated links [1, 7]");
        wholes.delete(1);
        assertThat(log())
                .containsExactly(
                        "deleting wholes 1",
                        "deleting parts 5",
                        "deleting links [1, 7]",
                        "deleted wholes 1",
                        "deleted parts 5",
                        "deleted links [1, 7]");
    }

    @Test
    void linksWithAttributesAreSavedOnce() {
        Repository<Row> wholes = open(this::logging).repository(WHOLES);
        List<Map<String, ?>> labels =
                List.of(map("id", 7, "pivot", map("note", "n")), map("id", 8, "pivot", map("note", "m")));
        wholes.saveMap(map("id", 1, "labels", labels));
        assertThat(log())
                .contains("creating links [1, 7]", "creating links [1, 8]")
                .noneMatch(line -> line.startsWith("updat"));
        wholes.saveMap(map("id", 1, "labels", labels));
        assertThat(log().stream().filter(line -> line.startsWith("updating links")))
                .containsExactly("updating links [1, 7]", "updating links [1, 8]");
    }

    @Test
    void hooksShapeTheRecordOneAfterTheOtherAndSeeWhatWasStoredBefore() {
        List<Object> before = new ArrayList<>();
        Database db = open(hooks -> hooks.onSaving(change -> {
                    before.add(String.valueOf(change.before()));
                    return HookResult.patch(Patch.of("name", name(change) + "1"));
                })
                .onSaving(change -> HookResult.patch(Patch.of("name", name(change) + "2")))
                .onUpdating(change -> HookResult.replace(db(change, name(change) + "3"))));
        Repository<Row> wholes = db.repository(WHOLES);
        assertThat(wholes.saveMap(map("id", 1, "name", "a")).orElseThrow().get("name"))
                .isEqualTo("a12");
        assertThat(wholes.saveMap(map("id", 1)).orElseThrow().get("name")).isEqualTo("a12123");
        assertThat(before).containsExactly("null", "wholes{id=1, name=a12}");
    }

    private static String name(Change<Object> change) {
        return (String) ((Row) change.model()).get("name");
    }

    private static Object db(Change<Object> change, String name) {
        try (Tables tables = new Tables(WHOLES, PARTS, LABELS, LINKS)) {
            return tables.of("wholes").make(map("id", change.key(), "name", name));
        }
    }

    @Test
    void aVetoLeavesOutThatOneRecord() {
        Database db = open(hooks -> hooks.onSaving(HooksTest::vetoBad)
                .onUpdating(HooksTest::vetoBad)
                .onDeleting(HooksTest::vetoBad));
        Repository<Row> wholes = db.repository(WHOLES);
        assertThat(wholes.saveMap(map("id", 1, "name", "bad"))).isEmpty();
        assertThat(wholes.saveMaps(List.of(map("id", 2, "name", "bad"), map("id", 3, "name", "good"))))
                .hasToString("[wholes{id=3, name=good}]");
        assertThat(wholes.update(3, Patch.of("name", "bad"))).hasToString("Optional[wholes{id=3, name=good}]");
        wholes.insertMaps(List.of(map("id", 4, "name", "bad")));
        assertThat(wholes.delete(4)).isEmpty();
        assertThat(wholes.delete(wholes.query())).hasToString("[wholes{id=3, name=good}]");
        assertThat(wholes.all()).hasToString("[wholes{id=4, name=bad}]");
    }

    private static HookResult<Object> vetoBad(Change<Object> change) {
        return change.model() instanceof Row row
                        && "bad".equals(row.attributes().get("name"))
                ? HookResult.veto()
                : HookResult.keep();
    }

    @Test
    void whatIsNestedInARefusedRecordIsStoredAndNotLinked() {
        Database db = open(hooks -> hooks.onSaving(HooksTest::vetoBad));
        Map<String, Object> bad =
                map("id", 1, "name", "bad", "parts", List.of(map("id", 5)), "labels", List.of(map("id", 7)));
        assertThat(db.repository(WHOLES).saveMap(bad)).isEmpty();
        assertThat(db.repository(PARTS).all()).hasToString("[parts{id=5, wholeId=1, name=}]");
        assertThat(db.repository(LABELS).all()).hasSize(1);
        assertThat(db.repository(LINKS).all()).isEmpty();
    }

    @Test
    void aRefusedNestedRecordIsLeftOutOfTheAnswer() {
        Database db = open(hooks -> hooks.onSaving(HooksTest::vetoBad));
        assertThat(db.repository(WHOLES)
                        .saveMap(map("id", 1, "parts", List.of(map("id", 5, "name", "bad"), map("id", 6))))
                        .orElseThrow()
                        .many("parts"))
                .hasToString("[parts{id=6, wholeId=1, name=}]");
    }

    @Test
    void aRefusedCascadedDeleteLeavesTheRecordWhileItsParentGoes() {
        Database db = open(hooks -> hooks.onDeleting(HooksTest::vetoBad));
        db.repository(WHOLES)
                .saveMap(map("id", 1, "parts", List.of(map("id", 5, "name", "bad"), map("id", 6, "name", "ok"))));
        assertThat(db.repository(WHOLES).delete(1)).isPresent();
        assertThat(db.repository(PARTS).all()).hasToString("[parts{id=5, wholeId=1, name=bad}]");
    }

    @Test
    void hooksOfAnEntityRunBeforeThoseOfTheDatabaseForItAndThoseForAll() {
        EntityType<Row> own = EntityType.dynamic("own")
                .number("id", null)
                .hooks(hooks -> hooks.onSaved(change -> log.add("own")))
                .build();
        Database.builder(store)
                .types(own)
                .hooks(hooks -> hooks.onSaved(change -> log.add("all")))
                .hooks(own, hooks -> hooks.onSaved(change -> log.add("one")))
                .build()
                .repository(own)
                .saveMap(map("id", 1));
        assertThat(log()).containsExactly("own", "one", "all");
    }

    @Test
    void hooksForAnEntityThatTheDatabaseDoesNotHaveAreRefused() {
        assertThatThrownBy(() -> Database.builder(store)
                        .types(LABELS)
                        .hooks(PARTS, hooks -> hooks)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Hooks were added for entity \"parts\", which is not among the types of this database; add it"
                                + " with types(...)");
    }

    @Test
    void law2ABeforeHookThatThrowsFailsTheTransactionAndNothingIsTold() {
        Database db = open(hooks -> hooks.onSaved(this::tell).onCreating(change -> {
            if (change.key().equals(2L)) {
                throw new IllegalStateException("two");
            }
            return HookResult.keep();
        }));
        long version = store.version();
        Repository<Row> wholes = db.repository(WHOLES);
        assertThatThrownBy(() -> wholes.saveMaps(List.of(map("id", 1), map("id", 2))))
                .isInstanceOf(ActionFailedException.class)
                .hasMessage("Action \"save wholes\" failed: two");
        assertThat(store.version()).isEqualTo(version);
        assertThat(log()).isEmpty();
    }

    @Test
    void law2AnAfterHookThatThrowsIsReportedAndUndoesNothing() {
        RuntimeException broken = new IllegalStateException("broken");
        Database db = open(hooks -> hooks.onSaved(change -> {
                    throw broken;
                })
                .onSaved(this::tell));
        assertThat(db.repository(WHOLES).saveMap(map("id", 1))).isPresent();
        assertThat(reported).containsExactly(broken);
        assertThat(log()).containsExactly("saved wholes 1");
    }

    @Test
    void afterHooksRunOnceAfterTheCommitOfTheirTransactionInTheOrderOfTheWrites() {
        Database db = open(hooks -> hooks.onSaved(change -> log.add("version " + store.version()))
                .onSaved(this::tell)
                .onDeleted(this::tell));
        Repository<Row> wholes = db.repository(WHOLES);
        store.transaction("all", () -> {
            wholes.saveMap(map("id", 1));
            wholes.delete(1);
            assertThatThrownBy(() -> store.transaction("inner", () -> {
                        wholes.saveMap(map("id", 9));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            wholes.saveMap(map("id", 2));
            assertThat(log).isEmpty();
        });
        assertThat(log())
                .containsExactly("version 1", "saved wholes 1", "deleted wholes 1", "version 1", "saved wholes 2");
    }

    @Test
    void anAfterHookRunsBehindTheEmissionsAndMayWrite() {
        List<Database> opened = new ArrayList<>();
        opened.add(open(hooks -> hooks.onCreated(this::tell).onCreated(change -> {
            if (change.entity().equals("wholes")) {
                opened.get(0).repository(LABELS).saveMap(map("id", change.key()));
            }
        })));
        store.transitions().subscribe(transition -> log.add("transition " + transition.version()));
        opened.get(0).repository(WHOLES).saveMap(map("id", 1));
        assertThat(log()).containsExactly("transition 1", "created wholes 1", "transition 2", "created labels 1");
    }

    @Test
    void retrievedRunsForTheModelsOfAQueryThatIsAskedOnce() {
        Database db = open(hooks -> hooks.onRetrieved(this::tell));
        Repository<Row> wholes = db.repository(WHOLES);
        wholes.saveMaps(List.of(map("id", 1, "parts", List.of(map("id", 5))), map("id", 2)));
        wholes.query().with("parts").get();
        assertThat(log()).containsExactly("retrieved wholes 1", "retrieved wholes 2");
        wholes.find(2);
        wholes.query().first().get();
        wholes.all();
        assertThat(log())
                .containsExactly(
                        "retrieved wholes 2", "retrieved wholes 1", "retrieved wholes 1", "retrieved wholes 2");
        wholes.query().count().get();
        wholes.query().flux().subscribe();
        assertThat(log()).isEmpty();
    }

    @Test
    void whatAHookAnswersHasToFit() {
        Database db =
                open(hooks -> hooks.onSaving(change -> switch (change.key().toString()) {
                    case "1" -> null;
                    case "2" -> HookResult.replace("text");
                    case "3" -> HookResult.patch(Patch.of("id", 4));
                    default -> HookResult.patch(Patch.of("name", 5));
                }));
        assertThatThrownBy(() -> db.repository(WHOLES).saveMap(map("id", 1)))
                .hasCauseInstanceOf(DataException.class)
                .hasMessage(
                        "Action \"save wholes\" failed: A saving hook of \"wholes\" answered null; it answers keep(),"
                                + " replace(...), patch(...) or veto()");
        assertThatThrownBy(() -> db.repository(WHOLES).saveMap(map("id", 2)))
                .hasMessage(
                        "Action \"save wholes\" failed: A saving hook of \"wholes\" replaced a record by something that"
                                + " is no model of it: text");
        assertThatThrownBy(() -> db.repository(WHOLES).saveMap(map("id", 3)))
                .hasMessage(
                        "Action \"save wholes\" failed: Key attribute \"id\" of \"wholes\" cannot be changed from 3 to"
                                + " 4; delete the record and insert it with the new key");
        assertThatThrownBy(() -> db.repository(WHOLES).saveMap(map("id", 5)))
                .hasMessage(
                        "Action \"save wholes\" failed: Attribute \"wholes.name\" expects a text, found 5 (Integer) at"
                                + " /name");
    }
}
