package dev.ananas.orm.attribute;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.model.SchemaException;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes that models leave out. */
class HiddenTest {

    private static Tables filled(EntityType<Row> people) {
        Tables tables = new Tables(people);
        tables.of("people").insertMaps(List.of(map("id", 1, "name", "a", "age", 1, "secret", "s1")));
        return tables;
    }

    private static EntityType<Row> hidingSecret() {
        return EntityType.dynamic("people")
                .attr("id", null)
                .string("name", "")
                .number("age", 0)
                .string("secret", "dflt")
                .hidden()
                .build();
    }

    private static EntityType<Row> showingName() {
        return EntityType.dynamic("people")
                .attr("id", null)
                .string("name", "")
                .number("age", 0)
                .string("secret", "dflt")
                .visible("name")
                .build();
    }

    @Test
    void aHiddenAttributeIsStoredAndLeftOut() {
        try (Tables tables = filled(hidingSecret())) {
            assertThat(tables.rows("people")).containsExactly("people{id=1, name=a, age=1}");
            assertThat(tables.of("people").query().get()).hasToString("[people{id=1, name=a, age=1}]");
            assertThat(tables.stored("people")).containsExactly("people{id=1, name=a, age=1, secret=s1}");
        }
    }

    @Test
    void aRowSaysHowToShowWhatItLeavesOut() {
        try (Tables tables = filled(hidingSecret())) {
            Row row = tables.of("people").find(1L).orElseThrow();
            assertThatThrownBy(() -> row.get("secret"))
                    .hasMessage("Attribute \"people.secret\" is hidden in this row;"
                            + " add .makeVisible(\"secret\") to the query");
        }
    }

    @Test
    void queriesShowAndHideForThemselves() {
        try (Tables tables = filled(hidingSecret())) {
            assertThat(tables.of("people")
                            .query()
                            .makeVisible("secret")
                            .makeHidden("age", "id")
                            .get())
                    .hasToString("[people{id=1, name=a, secret=s1}]");
            assertThat(tables.of("people").query().makeHidden("*").get()).hasToString("[people{id=1}]");
            assertThat(tables.of("people")
                            .query()
                            .makeVisible("*")
                            .first()
                            .orElseThrow()
                            .attributes())
                    .hasSize(4);
        }
    }

    @Test
    void onlyVisibleAttributesAndTheKeyAreShown() {
        try (Tables tables = filled(showingName())) {
            assertThat(tables.rows("people")).containsExactly("people{id=1, name=a}");
            assertThat(tables.of("people").query().makeVisible("secret").get())
                    .hasToString("[people{id=1, name=a, secret=s1}]");
        }
    }

    @Test
    void conditionsAndOrdersSeeHiddenAttributes() {
        try (Tables tables = filled(hidingSecret())) {
            assertThat(tables.of("people")
                            .query()
                            .where("secret", "s1")
                            .orderBy("secret")
                            .get())
                    .hasSize(1);
        }
    }

    @Test
    void savingARowLeavesAloneWhatItDoesNotShow() {
        try (Tables tables = filled(hidingSecret())) {
            Row row = tables.of("people").find(1L).orElseThrow();
            tables.of("people").save(row);
            assertThat(tables.of("people").saveMap(map("id", 1, "age", 5)))
                    .hasValueSatisfying(saved -> assertThat(saved).hasToString("people{id=1, name=a, age=5}"));
            assertThat(tables.stored("people")).containsExactly("people{id=1, name=a, age=5, secret=s1}");
        }
    }

    @Test
    void law04AChangeOfWhatIsHiddenIsNoEmission() {
        try (Tables tables = filled(hidingSecret())) {
            List<List<Row>> hidden = new ArrayList<>();
            List<List<Row>> shown = new ArrayList<>();
            tables.of("people").query().flux().subscribe(hidden::add);
            tables.of("people").query().makeVisible("secret").flux().subscribe(shown::add);
            tables.of("people").update(1L, Patch.of("secret", "s2"));
            assertThat(hidden).hasSize(1);
            assertThat(shown).hasSize(2);
            tables.of("people").update(1L, Patch.of("name", "b"));
            assertThat(hidden).hasSize(2);
        }
    }

    @Test
    void relatedModelsHideAndShowAsWell() {
        EntityType<Row> groups = EntityType.dynamic("groups")
                .attr("id", null)
                .hasMany("people", "people", "age")
                .build();
        try (Tables tables = new Tables(groups, hidingSecret())) {
            tables.of("groups").saveMap(map("id", 7, "people", List.of(map("id", 1))));
            assertThat(tables.of("groups").query().with("people").get())
                    .hasToString("[groups{id=7} people=[people{id=1, name=, age=7}]]");
            assertThat(tables.of("groups")
                            .query()
                            .with(
                                    "people",
                                    people -> people.makeVisible("secret").makeHidden("name"))
                            .get())
                    .hasToString("[groups{id=7} people=[people{id=1, age=7, secret=dflt}]]");
        }
    }

    @Test
    void aModelClassHasNullOrZeroWhereAnAttributeIsHidden() {
        try (Blog blog = Blog.filled()) {
            User user = blog.users.query().makeHidden("name", "active").first().orElseThrow();
            assertThat(user.name()).isNull();
            assertThat(user.active()).isFalse();
            assertThat(user.id()).isEqualTo(1L);
        }
    }

    @Test
    void namesAreChecked() {
        try (Tables tables = filled(hidingSecret())) {
            assertThatThrownBy(() ->
                            tables.of("people").query().makeVisible("secrt").get())
                    .hasMessage("Unknown attribute \"secrt\" in entity \"people\"; did you mean \"secret\"?");
            assertThatThrownBy(() -> tables.of("people").query().withMeta().get())
                    .hasMessage("Entity \"people\" keeps no timestamps to be shown; declare it with timestamps()");
        }
        EntityType<Row> wrong =
                EntityType.dynamic("people").attr("id", null).hidden("nme").build();
        try (Store store = Store.create()) {
            assertThatThrownBy(() -> Database.on(store, wrong))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage("The schema has 1 fault:\n  - Unknown attribute \"nme\" in the visibility of entity"
                            + " \"people\"; expected one of \"id\"");
        }
    }
}
