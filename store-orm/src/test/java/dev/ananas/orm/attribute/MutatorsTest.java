package dev.ananas.orm.attribute;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Functions between what is given, stored and read. */
class MutatorsTest {
    private static final UnaryOperator<@Nullable Object> UPPER =
            value -> value instanceof String text ? text.toUpperCase(Locale.ROOT) : value;
    private static final UnaryOperator<@Nullable Object> LOWER =
            value -> value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;

    private static EntityType<Row> people(
            @Nullable UnaryOperator<@Nullable Object> get, @Nullable UnaryOperator<@Nullable Object> set) {
        return EntityType.dynamic("people")
                .attr("id", null)
                .string("name", "")
                .mutate(get, set)
                .build();
    }

    @Test
    void getChangesWhatIsReadAndSetWhatIsStored() {
        try (Tables tables = new Tables(people(UPPER, LOWER))) {
            tables.of("people").saveMap(map("id", 1, "name", "Mixed"));
            assertThat(tables.stored("people")).containsExactly("people{id=1, name=mixed}");
            assertThat(tables.rows("people")).containsExactly("people{id=1, name=MIXED}");
            assertThat(tables.of("people").delete(1L))
                    .hasValueSatisfying(row -> assertThat(row.get("name")).isEqualTo("MIXED"));
        }
    }

    @Test
    void conditionsSeeWhatIsRead() {
        try (Tables tables = new Tables(people(UPPER, null))) {
            tables.of("people").saveMap(map("id", 1, "name", "Ada"));
            assertThat(tables.of("people").query().where("name", "ADA").get()).hasSize(1);
            assertThat(tables.of("people").query().where("name", "Ada").get()).isEmpty();
        }
    }

    @Test
    void keysAndRelationsUseWhatIsStored() {
        EntityType<Row> tags = EntityType.dynamic("tags")
                .string("id", null)
                .mutate(UPPER, null)
                .hasMany("posts", "posts", "tag")
                .build();
        EntityType<Row> posts = EntityType.dynamic("posts")
                .attr("id", null)
                .string("tag", null)
                .mutate(value -> value + "!", null)
                .build();
        try (Tables tables = new Tables(tags, posts)) {
            tables.of("tags").saveMap(map("id", "a", "posts", List.of(map("id", 1))));
            assertThat(tables.of("tags").find("a")).isPresent();
            Row tag = tables.of("tags").query().with("posts").find("a").orElseThrow();
            assertThat(tag.get("id")).isEqualTo("A");
            assertThat(tag.many("posts")).hasSize(1);
            assertThat(tables.of("tags").query().where("id", "a").get()).isEmpty();
            assertThat(tables.of("tags").query().where("id", "A").get()).hasSize(1);
        }
    }

    @Test
    void liveQueriesKeepModelsThatReadAlike() {
        try (Tables tables = new Tables(people(UPPER, null))) {
            tables.of("people").saveMap(map("id", 1, "name", "ada"));
            List<List<Row>> seen = new ArrayList<>();
            tables.of("people").query().flux().subscribe(seen::add);
            tables.of("people").saveMap(map("id", 1, "name", "Ada"));
            assertThat(seen).hasSize(1);
            tables.of("people").saveMap(map("id", 1, "name", "Eva"));
            assertThat(seen).hasSize(2);
            assertThat(seen.get(1).get(0).get("name")).isEqualTo("EVA");
        }
    }

    @Test
    void readsGiveTheSameInstanceUntilTheRowChanges() {
        try (Tables tables = new Tables(people(UPPER, null))) {
            tables.of("people").saveMap(map("id", 1, "name", "ada"));
            assertThat(tables.of("people").find(1L).orElseThrow())
                    .isSameAs(tables.of("people").query().first().orElseThrow());
        }
    }
}
