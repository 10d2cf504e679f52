package dev.ananas.orm.mended;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.Query;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is better than in Pinia ORM about queries; see docs/coming-from-pinia-orm.md. */
class MendedQueriesTest {
    private final Tables tables = new Tables(
            EntityType.dynamic("users")
                    .attr("id", null)
                    .string("name", "")
                    .number("age", null)
                    .hasMany("posts", "posts", "userId")
                    .build(),
            EntityType.dynamic("posts")
                    .attr("id", null)
                    .attr("userId", null)
                    .string("title", "")
                    .belongsTo("user", "users", "userId")
                    .build());

    MendedQueriesTest() {
        tables.of("users")
                .insertMaps(List.of(
                        map("id", 3, "name", "Cem", "age", 0),
                        map("id", "b", "name", "50%", "age", null),
                        map("id", 1, "name", "Ada", "age", 7)));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private Query<Row> users() {
        return tables.of("users").query();
    }

    private static List<Object> ids(List<Row> rows) {
        return rows.stream().map(row -> row.get("id")).toList();
    }

    @Test
    void withoutAnOrderModelsComeInInsertionOrder() {
        assertThat(ids(users().get())).containsExactly(3L, "b", 1L);
        tables.of("users").update(3, Patch.of("age", 1));
        assertThat(ids(users().get())).containsExactly(3L, "b", 1L);
    }

    @Test
    void conditionsHaveTheStructureThatIsWritten() {
        Condition<Row> ada = Condition.of("name", "=", "Ada");
        Condition<Row> cem = Condition.of("name", "=", "Cem");
        Condition<Row> grown = Condition.of("age", ">", 5);
        assertThat(ids(users().where(ada.or(cem).and(grown)).get())).containsExactly(1L);
        assertThat(ids(users().where(ada.and(grown).or(cem.and(grown))).get())).containsExactly(1L);
        assertThat(ids(users().where(ada.or(cem).not()).get())).containsExactly("b");
    }

    @Test
    void aKeyInAnAlternativeDoesNotHideTheOtherSide() {
        assertThat(ids(users().where("id", 1)
                        .orWhere(Condition.of("name", "=", "Cem"))
                        .get()))
                .containsExactly(3L, 1L);
    }

    @Test
    void aConditionOnRelatedModelsIsAskedWhenTheQueryIs() {
        Query<Row> authors = users().whereHas("posts", posts -> posts.where("title", "New"));
        List<List<Object>> seen = new ArrayList<>();
        authors.flux().subscribe(list -> seen.add(ids(list)));
        tables.of("posts").saveMap(map("id", 1, "userId", 1, "title", "Old"));
        tables.of("posts").update(1, Patch.of("title", "New"));
        assertThat(ids(authors.get())).containsExactly(1L);
        assertThat(seen).containsExactly(List.of(), List.of(1L));
    }

    @Test
    void twoFunctionsOfOneShapeAreTwoConditions() {
        int old = 5;
        int young = 1;
        assertThat(ids(users().where(older("older than 5", old)).get())).containsExactly(1L);
        assertThat(ids(users().where(older("older than -1", -young)).get())).containsExactly(3L, 1L);
    }

    private static Condition<Row> older(String name, int than) {
        return Condition.named(name, row -> row.get("age") instanceof Number age && age.intValue() > than);
    }

    @Test
    void aModelIsOneImmutableInstanceUntilItChanges() {
        Row before = tables.of("users").find(1).orElseThrow();
        assertThatThrownBy(() -> before.attributes().put("name", "Eve"))
                .isInstanceOf(UnsupportedOperationException.class);
        tables.of("users").update(3, Patch.of("age", 9));
        assertThat(tables.of("users").find(1)).containsSame(before);
        tables.of("users").update(1, Patch.of("age", 9));
        assertThat(tables.of("users").find(1).orElseThrow()).isNotSameAs(before);
        assertThat(before.get("age")).isEqualTo(7L);
    }

    @Test
    void aPatternMayMeanAPercentSignLiterally() {
        assertThat(ids(users().where(Condition.of("name", "like", "%\\%")).get()))
                .containsExactly("b");
    }

    @Test
    void unknownRelationsAreAnErrorAlsoWhereNothingIsFound() {
        assertThatThrownBy(() -> users().where("id", 99).with("friends").get())
                .hasMessageContaining("friends")
                .hasMessageContaining("posts");
    }

    @Test
    void aNegativeWindowIsAnError() {
        assertThatThrownBy(() -> users().limit(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> users().offset(-1)).hasMessageContaining("-1");
    }

    @Test
    void aggregatesKeepZerosAndAnswerNothingForNothing() {
        assertThat(users().min("age").get()).contains(0L);
        assertThat(users().pluck("age").get()).containsExactly(0L, null, 7L);
        assertThat(users().where("id", 99).min("age").get()).isEmpty();
        assertThat(users().exists().get()).isTrue();
        assertThat(users().groupBy("age").get()).containsKey(null);
    }

    @Test
    void pathsLoadSeveralLevels() {
        tables.of("posts").saveMap(map("id", 1, "userId", 1));
        Row ada = users().with("posts.user").find(1).orElseThrow();
        assertThat(ada.many("posts").get(0).one("user").get().get("name")).isEqualTo("Ada");
    }
}
