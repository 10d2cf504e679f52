package dev.ananas.orm.work;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.SaveMode;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Patch;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What writes and reads by key or relation look into does not grow with what they have nothing to do with. */
class WriteWorkTest {
    private static final int MANY = 100_000;
    private static CountedTables few;
    private static CountedTables many;

    @BeforeAll
    static void fill() {
        few = new CountedTables(200);
        many = new CountedTables(MANY);
    }

    @AfterAll
    static void close() {
        few.close();
        many.close();
        few = null;
        many = null;
    }

    /** Runs the same on both; what is looked into has to be the same, and no more than {@code most} records. */
    private static void costs(int most, Consumer<CountedTables> something) {
        int ofFew = few.visits(() -> something.accept(few));
        int ofMany = many.visits(() -> something.accept(many));
        assertThat(ofFew).isLessThanOrEqualTo(most);
        assertThat(ofMany)
                .as("records looked into among %s of each entity", MANY)
                .isEqualTo(ofFew);
    }

    @Test
    void aDeleteLooksAtWhatItTakesAlong() {
        costs(20, tables -> assertThat(tables.of("owners").delete(101L)).isPresent());
        assertThat(many.of("things").find(101L)).isEmpty();
        assertThat(many.of("parts").find(101L)).isEmpty();
        assertThat(many.of("comments").find(101L)).isEmpty();
        assertThat(many.of("ownerTags").find(Key.of(101L, 101L))).isEmpty();
        assertThat(many.of("notes").find(101L).orElseThrow().get(1)).isNull();
        assertThat(many.of("tags").find(101L)).isPresent();
    }

    @Test
    void aCascadeOfSeveralRecordsAddsUp() {
        costs(
                60,
                tables -> assertThat(tables.of("owners").destroy(List.of(102L, 103L, 104L)))
                        .hasSize(3));
    }

    @Test
    void aCascadeOverAPivotFromTheOtherEndLooksAtItsLinks() {
        costs(5, tables -> assertThat(tables.of("tags").delete(105L)).isPresent());
        assertThat(many.of("ownerTags").find(Key.of(105L, 105L))).isEmpty();
    }

    @Test
    void aRestrictedDeleteLooksAtWhatRestrictsIt() {
        costs(
                20,
                tables ->
                        assertThatThrownBy(() -> tables.of("owners").delete(1L)).hasMessageContaining("locks"));
    }

    @Test
    void aGraphIsSavedByItsKeys() {
        Map<String, Object> graph = map(
                "id", 110,
                "name", "New",
                "things", List.of(map("id", 1_000_000, "parts", List.of(map("id", 1_000_000))), map("id", 110)),
                "comments", List.of(map("id", 1_000_000)),
                "tags", List.of(map("id", 110, "pivot", map("level", 7)), map("id", 1_000_000)));
        costs(40, tables -> tables.of("owners").saveMap(graph));
        assertThat(many.of("parts").find(1_000_000L).orElseThrow().get(1)).isEqualTo(1_000_000L);
    }

    @Test
    void aSaveInSyncModeLooksAtWhatItsRelationsHave() {
        Map<String, Object> graph = map(
                "id", 111,
                "things", List.of(),
                "notes", List.of(),
                "comments", List.of(),
                "tags", List.of(map("id", 112)));
        costs(40, tables -> tables.of("owners").mode(SaveMode.SYNC).saveMap(graph));
        assertThat(many.of("things").find(111L)).isEmpty();
        assertThat(many.of("ownerTags").find(Key.of(111L, 112L))).isPresent();
    }

    @Test
    void linksAreChangedThroughTheirParent() {
        costs(20, tables -> tables.of("owners").relation("tags").attach(113L, List.of(1L, 2L)));
        costs(20, tables -> tables.of("owners").relation("tags").sync(113L, List.of(2L, 3L)));
        costs(20, tables -> tables.of("owners").relation("tags").toggle(113L, List.of(3L, 4L)));
        costs(20, tables -> tables.of("owners").relation("tags").updatePivot(113L, 4L, Patch.of("level", 9L)));
        costs(20, tables -> tables.of("owners").relation("tags").detach(113L, List.of(4L)));
        costs(20, tables -> tables.of("things").toOne("owner").associate(113L, 114L));
        costs(20, tables -> tables.of("things").toOne("owner").dissociate(113L));
    }

    @Test
    void anUpdateByKeyOrForeignKeyLooksAtWhatItChanges() {
        costs(5, tables -> tables.of("owners").update(115L, Patch.of("name", "Eva")));
        costs(
                5,
                tables -> tables.of("things")
                        .update(tables.of("things").query().where("ownerId", 115L), Patch.of("ownerId", 116L)));
        costs(5, tables -> tables.of("owners").updateOrCreate(map("id", 117L), map("name", "Ida")));
        costs(5, tables -> tables.of("things").firstOrCreate(map("ownerId", 118L), map("id", 1_000_001L)));
        costs(
                5,
                tables -> tables.of("things").delete(tables.of("things").query().where("ownerId", 118L)));
    }

    @Test
    void oneParentIsReadWithItsRelationsAlone() {
        costs(20, tables -> {
            List<Object> owner = tables.of("owners")
                    .query()
                    .with("things.parts")
                    .with("notes")
                    .with("comments")
                    .with("tags")
                    .with("parts")
                    .find(120L)
                    .orElseThrow();
            assertThat(owner.toString()).contains("tag 120");
        });
        costs(
                20,
                tables -> assertThat(tables.of("tags")
                                .query()
                                .with("owners")
                                .find(List.of(121L, 122L))
                                .get())
                        .hasSize(2));
        costs(
                5,
                tables -> assertThat(tables.of("things")
                                .query()
                                .where("ownerId", 123L)
                                .get())
                        .hasSize(1));
        costs(
                20,
                tables -> assertThat(tables.of("owners")
                                .load(tables.of("owners").find(124L).stream().toList(), all -> all.with("tags")))
                        .hasSize(1));
    }
}
