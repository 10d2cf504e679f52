package dev.ananas.orm.inheritance;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.SaveMode;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Hooks;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Hooks, referential actions, constraints and the further ways to write, where entities share a table. */
class CaseWritesTest {
    private final List<String> heard = new ArrayList<>();

    private static EntityTypeBuilder<Row> people() {
        return EntityType.dynamic("people")
                .attr("id", null)
                .attr("type", "B")
                .string("name", "")
                .discriminator("type", "B");
    }

    private static EntityTypeBuilder<Row> adults() {
        return EntityType.dynamic("adults").caseOf("people", "A").string("job", "none");
    }

    private static EntityTypeBuilder<Row> bosses() {
        return EntityType.dynamic("bosses").caseOf("adults", "C").number("staff", 0);
    }

    private static EntityTypeBuilder<Row> kids() {
        return EntityType.dynamic("kids").caseOf("people", "K").number("school", 0);
    }

    private static EntityTypeBuilder<Row> parts() {
        return EntityType.dynamic("parts").attr("id", null).attr("ref", null);
    }

    private UnaryOperator<Hooks<Row>> telling(String who) {
        return hooks -> hooks.onSaved(change -> heard.add(who + " " + change.event() + " " + change.entity()))
                .onDeleted(change -> heard.add(who + " " + change.event() + " " + change.entity()))
                .onRetrieved(change -> heard.add(who + " " + change.event() + " " + change.entity()));
    }

    @Test
    void hooksOfTheBaseRunForAllRecordsThoseOfACaseForItsOwn() {
        EntityType<Row> people = people().hooks(telling("people")).build();
        EntityType<Row> adults = adults().hooks(telling("adults")).build();
        EntityType<Row> kids = kids().build();
        EntityType<Row> bosses = bosses().build();
        try (Store store = Store.create()) {
            Database db = Database.builder(store)
                    .types(people, adults, bosses, kids)
                    .hooks(bosses, telling("added"))
                    .hooks(hooks -> hooks.onCreated(change -> heard.add("all CREATED " + change.entity())))
                    .build();
            db.repository(people).saveMap(map("id", 1, "type", "C"));
            assertThat(heard)
                    .containsExactly(
                            "people SAVED bosses", "adults SAVED bosses", "added SAVED bosses", "all CREATED bosses");
            heard.clear();
            db.repository(kids).saveMap(map("id", 2));
            assertThat(heard).containsExactly("people SAVED kids", "all CREATED kids");
            heard.clear();
            db.repository(people).query().get();
            assertThat(heard)
                    .containsExactly(
                            "people RETRIEVED bosses",
                            "adults RETRIEVED bosses",
                            "added RETRIEVED bosses",
                            "people RETRIEVED kids");
            heard.clear();
            db.repository(people).destroy(List.of(1L, 2L));
            assertThat(heard)
                    .containsExactly(
                            "people DELETED bosses",
                            "adults DELETED bosses",
                            "added DELETED bosses",
                            "people DELETED kids");
        }
    }

    @Test
    void aHookOfACaseRefusesItsOwnRecordsAndMayPatchTheCase() {
        EntityType<Row> adults = adults().hooks(hooks -> hooks.onSaving(
                        change -> "x".equals(change.model().get("name")) ? HookResult.veto() : HookResult.keep()))
                .build();
        EntityType<Row> kids = kids().hooks(hooks ->
                        hooks.onSaving(change -> "grown".equals(change.model().get("name"))
                                ? HookResult.patch(Patch.of("type", "A"))
                                : HookResult.keep()))
                .build();
        try (Tables tables = new Tables(people().build(), adults, kids)) {
            tables.of("people")
                    .saveMaps(List.of(
                            map("id", 1, "type", "A", "name", "x"),
                            map("id", 2, "type", "K", "name", "x"),
                            map("id", 3, "type", "K", "name", "grown")));
            assertThat(tables.rows("people"))
                    .containsExactly(
                            "kids{id=2, type=K, name=x, school=0}", "adults{id=3, type=A, name=grown, job=none}");
        }
    }

    @Test
    void aDeleteFollowsTheRelationsOfTheCase() {
        EntityType<Row> adults = adults().hasMany("parts", "parts", "ref")
                .onDelete(OnDelete.CASCADE)
                .build();
        EntityType<Row> kids = kids().hasMany("toys", "parts", "ref")
                .onDelete(OnDelete.SET_NULL)
                .build();
        try (Tables tables = new Tables(people().build(), adults, kids, parts().build())) {
            tables.of("people").insertMaps(List.of(map("id", 1), map("id", 2, "type", "A"), map("id", 3, "type", "K")));
            tables.of("parts")
                    .insertMaps(List.of(map("id", 1, "ref", 1), map("id", 2, "ref", 2), map("id", 3, "ref", 3)));
            tables.of("people").destroy(List.of(1L, 2L, 3L));
            assertThat(tables.rows("parts")).containsExactly("parts{id=1, ref=1}", "parts{id=3, ref=null}");
        }
    }

    private static Tables homes(OnDelete ofKids, OnDelete ofAdults) {
        return new Tables(
                people().attr("home", null).build(),
                adults().build(),
                kids().build(),
                EntityType.dynamic("homes")
                        .attr("id", null)
                        .hasMany("kids", "kids", "home")
                        .onDelete(ofKids)
                        .hasMany("adults", "adults", "home")
                        .onDelete(ofAdults)
                        .build());
    }

    @Test
    void aDeleteReachesRecordsOfTheRelatedCaseOnly() {
        try (Tables tables = homes(OnDelete.CASCADE, OnDelete.SET_NULL)) {
            tables.of("homes").insertMaps(List.of(map("id", 1)));
            tables.of("people")
                    .insertMaps(List.of(
                            map("id", 1, "home", 1),
                            map("id", 2, "type", "A", "home", 1),
                            map("id", 3, "type", "K", "home", 1)));
            tables.of("homes").delete(1L);
            assertThat(tables.rows("people"))
                    .containsExactly(
                            "people{id=1, type=B, name=, home=1}", "adults{id=2, type=A, name=, home=null, job=none}");
        }
    }

    @Test
    void aSaveInSyncModeLeavesOtherCasesAlone() {
        try (Tables tables = homes(OnDelete.CASCADE, OnDelete.NOTHING)) {
            tables.of("people")
                    .insertMaps(List.of(
                            map("id", 2, "type", "A", "home", 1),
                            map("id", 3, "type", "K", "home", 1),
                            map("id", 4, "type", "K", "home", 1)));
            tables.of("homes").mode(SaveMode.SYNC).saveMap(map("id", 1, "kids", List.of(map("id", 4))));
            assertThat(tables.rows("people"))
                    .containsExactly(
                            "adults{id=2, type=A, name=, home=1, job=none}",
                            "kids{id=4, type=K, name=, home=1, school=0}");
        }
    }

    @Test
    void constraintsOfACaseHoldForItsRecords() {
        EntityType<Row> adults = adults().unique("name").build();
        try (Tables tables = new Tables(people().build(), adults, bosses().build(), kids().build())) {
            tables.of("people").insertMaps(List.of(map("id", 1, "name", "n"), map("id", 2, "type", "A", "name", "n")));
            tables.of("kids").saveMap(map("id", 3, "name", "n"));
            assertThatThrownBy(() -> tables.of("bosses").saveMap(map("id", 4, "name", "n")))
                    .rootCause()
                    .hasMessage("Entity \"adults\" has a record with \"name\" = n already, with key 2; the record with"
                            + " key 4 needs another value");
        }
    }

    @Test
    void anIndexOfACaseIsOnItsAttributes() {
        try (Store store = Store.create()) {
            assertThatThrownBy(() -> Database.on(
                            store,
                            people().build(),
                            adults().build(),
                            kids().index("job").build()))
                    .hasMessageContaining("Unknown attribute \"job\" in entity \"kids\", named by an index");
        }
    }

    @Test
    void nullIsRefusedWhereTheCaseHasTheAttribute() {
        EntityType<Row> adults = EntityType.dynamic("adults")
                .caseOf("people", "A")
                .string("job", null)
                .notNull()
                .build();
        try (Tables tables = new Tables(people().build(), adults)) {
            tables.of("people").saveMap(map("id", 1));
            tables.of("people").insertMaps(List.of(map("id", 2)));
            assertThat(tables.rows("people")).hasSize(2);
            assertThatThrownBy(() -> tables.of("adults").saveMap(map("id", 3)))
                    .rootCause()
                    .hasMessageContaining("takes no null");
        }
    }

    @Test
    void whatIsFoundKeepsItsCase() {
        try (Tables tables = new Tables(people().build(), adults().build(), bosses().build(), kids().build())) {
            tables.of("people").insertMaps(List.of(map("id", 1, "type", "C", "name", "n"), map("id", 2, "name", "m")));
            assertThat(tables.of("adults").updateOrCreate(map("name", "n"), map("job", "j")))
                    .hasValueSatisfying(
                            row -> assertThat(row).hasToString("bosses{id=1, type=C, name=n, job=j, staff=0}"));
            assertThat(tables.of("adults").firstOrCreate(map("name", "m"), map("id", 3)))
                    .hasValueSatisfying(row -> assertThat(row).hasToString("adults{id=3, type=A, name=m, job=none}"));
            assertThat(tables.of("adults").make(map("name", "made")).type().name())
                    .isEqualTo("adults");
        }
    }

    @Test
    void readsByKeysStayWithinTheCase() {
        try (Tables tables = new Tables(people().build(), adults().build(), bosses().build(), kids().build())) {
            tables.of("people").insertMaps(List.of(map("id", 1), map("id", 2, "type", "A"), map("id", 3, "type", "C")));
            assertThat(tables.of("adults").query().find(List.of(3L, 1L, 2L)).get())
                    .extracting(row -> row.get("id"))
                    .containsExactlyInAnyOrder(2L, 3L);
            assertThat(tables.of("adults").reviveAll(List.of(map("id", 1), map("id", 3))))
                    .extracting(row -> row.get("id"))
                    .containsExactly(3L);
        }
    }

    @Test
    void aChangeOfTheCaseStartsFromItsDefaults() {
        try (Tables tables = new Tables(people().build(), adults().build(), kids().build())) {
            tables.of("kids").saveMap(map("id", 1, "name", "n", "school", 4));
            assertThat(tables.of("people").update(1L, Patch.of("type", "A")))
                    .hasValueSatisfying(row -> assertThat(row).hasToString("adults{id=1, type=A, name=n, job=none}"));
        }
    }

    @Test
    void jsonHasTheAttributesOfTheCaseAndReadsBack() {
        try (Tables tables = new Tables(people().build(), adults().build(), kids().build())) {
            Row adult = tables.of("adults").saveMap(map("id", 1, "name", "n")).orElseThrow();
            String json = tables.of("people").toJson(adult).toString();
            assertThat(json).isEqualTo("{\"id\":1,\"type\":\"A\",\"name\":\"n\",\"job\":\"none\"}");
            tables.of("people").clear();
            tables.of("people").saveJson(json);
            assertThat(tables.rows("people")).containsExactly("adults{id=1, type=A, name=n, job=none}");
        }
    }

    @Test
    void freshThroughACaseReplacesItsRecordsOnly() {
        try (Tables tables = new Tables(people().build(), adults().build(), kids().build())) {
            tables.of("people").insertMaps(List.of(map("id", 1), map("id", 2, "type", "K")));
            List<Map<String, Object>> fresh = List.of(map("id", 3));
            tables.of("kids").freshMaps(fresh);
            assertThat(tables.rows("people"))
                    .containsExactly("people{id=1, type=B, name=}", "kids{id=3, type=K, name=, school=0}");
        }
    }
}
