package dev.ananas.orm.mended;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.model.SchemaException;
import dev.ananas.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is better than in Pinia ORM about models, attributes, casts and hooks; see docs/coming-from-pinia-orm.md. */
class MendedModelsTest {

    private static EntityTypeBuilder<Row> users() {
        return EntityType.dynamic("users").attr("id", null).string("name", "");
    }

    @Test
    void twoEntitiesOfOneNameAreAFault() {
        try (Store store = Store.create()) {
            assertThatThrownBy(() -> Database.on(store, users().build(), users().build()))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("users");
        }
    }

    @Test
    void theKeys1AndText1AreTwoKeys() {
        try (Tables tables = new Tables(users().build())) {
            tables.of("users").saveMaps(List.of(map("id", 1, "name", "number"), map("id", "1", "name", "text")));
            assertThat(tables.of("users").find(1).orElseThrow().get("name")).isEqualTo("number");
            assertThat(tables.of("users").find("1").orElseThrow().get("name")).isEqualTo("text");
            assertThat(tables.of("users").query().where("id", "1").get()).hasSize(1);
        }
    }

    @Test
    void aCompositeKeyFindsAndDestroysOneRecord() {
        EntityType<Row> links = EntityType.dynamic("links")
                .attr("a", null)
                .attr("b", null)
                .primaryKey("a", "b")
                .build();
        try (Tables tables = new Tables(links)) {
            tables.of("links")
                    .saveMaps(List.of(map("a", 1, "b", 2), map("a", "a,b", "b", "c"), map("a", "a", "b", "b,c")));
            assertThat(tables.of("links").find(Key.of(1, 2))).isPresent();
            assertThat(tables.of("links")
                            .query()
                            .find(List.of(Key.of("a", "b,c"), Key.of(1, 2)))
                            .get())
                    .extracting(row -> row.get("a"))
                    .containsExactly("a", 1L);
            assertThat(tables.of("links").destroy(List.of(Key.of("a,b", "c")))).hasSize(1);
            assertThat(tables.rows("links")).hasSize(2);
            assertThatThrownBy(() -> tables.of("links").find(2))
                    .hasMessageContaining("a")
                    .hasMessageContaining("b");
        }
    }

    @Test
    void aCompositeKeyMayBeAnEndOfManyToMany() {
        EntityType<Row> sites = EntityType.dynamic("sites")
                .attr("country", null)
                .attr("number", null)
                .primaryKey("country", "number")
                .belongsToMany(
                        "tags",
                        "tags",
                        "siteTags",
                        List.of("country", "number"),
                        List.of("tagId"),
                        List.of("country", "number"),
                        List.of("id"))
                .build();
        EntityType<Row> tags = EntityType.dynamic("tags").attr("id", null).build();
        EntityType<Row> pivots = EntityType.dynamic("siteTags")
                .attr("country", null)
                .attr("number", null)
                .attr("tagId", null)
                .primaryKey("country", "number", "tagId")
                .build();
        try (Tables tables = new Tables(sites, tags, pivots)) {
            tables.of("sites").saveMap(map("country", "de", "number", 1, "tags", List.of(map("id", 7))));
            Row site = tables.of("sites")
                    .query()
                    .with("tags")
                    .find(Key.of("de", 1))
                    .orElseThrow();
            assertThat(site.many("tags")).extracting(tag -> tag.get("id")).containsExactly(7L);
        }
    }

    @Test
    void aKeyThatIsNoAttributeIsAFaultOfTheSchema() {
        try (Store store = Store.create()) {
            EntityType<Row> keyless =
                    EntityType.dynamic("users").string("name", "").build();
            assertThatThrownBy(() -> Database.on(store, keyless))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("users")
                    .hasMessageContaining("id");
        }
    }

    @Test
    void aGeneratedIdIsInTheAnswerAndNotInWhatWasGiven() {
        EntityType<Row> users =
                EntityType.dynamic("users").uid("id").string("name", "").build();
        try (Tables tables = new Tables(users)) {
            Map<String, Object> given = map("name", "Ada");
            assertThat(tables.of("users").saveMap(given).orElseThrow().get("id"))
                    .isNotNull();
            assertThat(given).containsOnlyKeys("name");
        }
    }

    @Test
    void aMissingKeyIsRefusedByItsName() {
        try (Tables tables = new Tables(users().build())) {
            assertThatThrownBy(() -> tables.of("users").saveMap(map("name", "Ada")))
                    .hasCauseInstanceOf(DataException.class)
                    .hasMessageContaining("\"id\"");
            assertThat(tables.rows("users")).isEmpty();
        }
    }

    @Test
    void anUpdateLeavesHiddenAttributesAlone() {
        try (Tables tables = new Tables(users().string("secret", "s").hidden().build())) {
            tables.of("users").saveMap(map("id", 1, "name", "Ada", "secret", "zz"));
            tables.of("users").update(1, Patch.of("name", "Eva"));
            tables.of("users").update(tables.of("users").query(), Patch.of("name", "Eve"));
            tables.of("users").save(tables.of("users").find(1).orElseThrow());
            assertThat(tables.stored("users")).singleElement().asString().contains("Eve", "zz");
        }
    }

    @Test
    void timestampsComeFromTheClockOfTheDatabase() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        try (Tables tables = new Tables(clock, users().timestamps().build())) {
            tables.of("users").saveMap(map("id", 1));
            assertThat(tables.of("users")
                            .query()
                            .withMeta()
                            .first()
                            .orElseThrow()
                            .toString())
                    .contains(String.valueOf(clock.instant().getEpochSecond()));
        }
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        try (Tables tables = new Tables(users().number("age", 0).build())) {
            assertThatThrownBy(() -> tables.of("users").saveMap(map("id", 1, "age", "old")))
                    .hasMessageContaining("users.age")
                    .hasMessageContaining("number")
                    .hasMessageContaining("old");
            assertThat(tables.rows("users")).isEmpty();
        }
    }

    @Test
    void nullIsRefusedWhereItIsNotAllowed() {
        try (Tables tables = new Tables(users().number("age", 0).notNull().build())) {
            assertThatThrownBy(() -> tables.of("users").saveMap(map("id", 1, "age", null)))
                    .hasMessageContaining("users.age")
                    .hasMessageContaining("null");
            assertThat(tables.rows("users")).isEmpty();
        }
    }

    /** A cast with a parameter. */
    private record Times(int factor) implements Cast {
        @Override
        public Object get(Object stored) {
            return ((Number) stored).longValue() * factor;
        }

        @Override
        public Object set(Object given) {
            return given;
        }
    }

    @Test
    void twoAttributesWithOneCastKeepTheirParametersApart() {
        EntityType<Row> sizes = EntityType.dynamic("sizes")
                .attr("id", null)
                .number("small", 0)
                .cast(new Times(2))
                .number("large", 0)
                .cast(new Times(10))
                .build();
        try (Tables tables = new Tables(sizes)) {
            tables.of("sizes").saveMap(map("id", 1, "small", 1, "large", 1));
            Row row = tables.of("sizes").find(1).orElseThrow();
            assertThat(List.of(row.get("small"), row.get("large"))).containsExactly(2L, 10L);
        }
    }
}
