package dev.ananas.orm.mended;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.SaveMode;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.RelatedThroughPivot;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is better than in Pinia ORM about many-to-many relations; see docs/coming-from-pinia-orm.md. */
class MendedPivotsTest {

    private static Tables tables(OnDelete action) {
        return tables(
                action,
                EntityType.dynamic("links")
                        .attr("userId", null)
                        .attr("roleId", null)
                        .number("level", 0)
                        .primaryKey("userId", "roleId"));
    }

    /** A user 1 with the roles 3, 1 and 2, linked in this order with the levels 1, 3 and 2. */
    private static Tables tables(OnDelete action, EntityTypeBuilder<Row> links) {
        Tables tables = new Tables(
                EntityType.dynamic("users")
                        .attr("id", null)
                        .belongsToMany("roles", "roles", "links", "userId", "roleId")
                        .onDelete(action)
                        .build(),
                EntityType.dynamic("roles")
                        .attr("id", null)
                        .belongsToMany("users", "users", "links", "roleId", "userId")
                        .onDelete(action)
                        .build(),
                links.build());
        tables.of("roles").insertMaps(List.of(map("id", 1), map("id", 2), map("id", 3)));
        tables.of("users")
                .saveMap(map(
                        "id",
                        1,
                        "roles",
                        List.of(
                                map("id", 3, "pivot", map("level", 1)),
                                map("id", 1, "pivot", map("level", 3)),
                                map("id", 2, "pivot", map("level", 2)))));
        return tables;
    }

    private static List<Object> roles(
            Tables tables, Object user, UnaryOperator<RelatedThroughPivot<Row, Row>> clauses) {
        return tables.of("users").query().with("roles", clauses).find(user).orElseThrow().many("roles").stream()
                .map(role -> role.get("id"))
                .toList();
    }

    @Test
    void linksAreRemovedByDetachSyncAndToggle() {
        try (Tables tables = tables(OnDelete.NOTHING)) {
            tables.of("users").relation("roles").detach(1, List.of(2));
            assertThat(roles(tables, 1, all -> all)).containsExactly(1L, 3L);
            tables.of("users").relation("roles").toggle(1, List.of(1, 2));
            assertThat(roles(tables, 1, all -> all)).containsExactly(2L, 3L);
            tables.of("users").relation("roles").sync(1, List.of(3));
            assertThat(tables.rows("links")).singleElement().asString().contains("roleId=3", "level=1");
        }
    }

    @Test
    void aSaveInSyncModeDetachesWhatItDoesNotName() {
        try (Tables tables = tables(OnDelete.NOTHING)) {
            tables.of("users").mode(SaveMode.SYNC).saveMap(map("id", 1, "roles", List.of(map("id", 1))));
            assertThat(tables.rows("links")).singleElement().asString().contains("roleId=1", "level=3");
            tables.of("users").mode(SaveMode.SYNC).saveMap(map("id", 1, "roles", List.of()));
            assertThat(tables.rows("links")).isEmpty();
        }
    }

    @Test
    void aPairHasOneLinkAlsoWhereThePivotHasAKeyOfItsOwn() {
        EntityTypeBuilder<Row> links = EntityType.dynamic("links")
                .uid("id")
                .attr("userId", null)
                .attr("roleId", null)
                .number("level", 0);
        try (Tables tables = tables(OnDelete.NOTHING, links)) {
            tables.of("users").saveMap(map("id", 1, "roles", List.of(map("id", 1, "pivot", map("level", 9)))));
            tables.of("users").relation("roles").attach(1, List.of(1, 2, 3));
            assertThat(tables.rows("links")).hasSize(3).anyMatch(link -> link.contains("level=9"));
        }
    }

    @Test
    void theOrderOfTheLinksIsInLinkOrder() {
        try (Tables tables = tables(OnDelete.NOTHING)) {
            assertThat(roles(tables, 1, all -> all)).containsExactly(1L, 2L, 3L);
            assertThat(roles(tables, 1, RelatedThroughPivot::inLinkOrder)).containsExactly(3L, 1L, 2L);
        }
    }

    @Test
    void relatedModelsAreFilteredAndSortedByTheirPivots() {
        try (Tables tables = tables(OnDelete.NOTHING)) {
            assertThat(roles(tables, 1, some -> some.wherePivot("level", ">", 1).orderByPivot("level")))
                    .containsExactly(2L, 1L);
        }
    }

    @Test
    void aLimitCountsForEachParent() {
        try (Tables tables = tables(OnDelete.NOTHING)) {
            tables.of("users").saveMap(map("id", 2, "roles", List.of(map("id", 2), map("id", 3))));
            assertThat(roles(tables, 1, one -> one.limit(1))).containsExactly(1L);
            assertThat(tables.of("users")
                            .query()
                            .with("roles", one -> one.limit(1))
                            .get())
                    .extracting(user -> user.many("roles").size())
                    .containsExactly(1, 1);
        }
    }

    @Test
    void withDetachLinksGoWithEitherEnd() {
        try (Tables tables = tables(OnDelete.DETACH)) {
            tables.of("roles").delete(3);
            assertThat(tables.rows("links")).hasSize(2);
            tables.of("users").delete(1);
            assertThat(tables.rows("links")).isEmpty();
            assertThat(tables.rows("roles")).hasSize(2);
        }
    }
}
