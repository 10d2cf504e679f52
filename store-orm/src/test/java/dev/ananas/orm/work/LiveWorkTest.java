package dev.ananas.orm.work;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a change costs open queries does not grow with the rows and the open queries that it has nothing to do with. */
class LiveWorkTest {
    private static final List<Consumer<CountedTables>> CHANGES = List.of(
            tables -> tables.of("owners").update(10L, Patch.of("name", "Eva")),
            tables -> tables.of("things").saveMap(map("id", 2_000_000, "ownerId", 10)),
            tables -> tables.of("things").update(2_000_000L, Patch.of("ownerId", 11L)),
            tables -> tables.of("parts").saveMap(map("id", 2_000_000, "thingId", 10)),
            tables -> tables.of("tags").update(10L, Patch.of("name", "Blue")),
            tables -> tables.of("owners").relation("tags").attach(10L, List.of(1L, 2L)),
            tables -> tables.of("owners").relation("tags").updatePivot(10L, 2L, Patch.of("level", 5L)),
            tables -> tables.of("owners").relation("tags").sync(10L, List.of(3L)),
            tables -> tables.of("comments").delete(10L),
            tables -> tables.of("locks").delete(10L),
            tables -> tables.of("owners").saveMap(map("id", 2_000_000, "things", List.of(map("id", 2_000_001)))),
            tables -> tables.of("owners").delete(10L));

    @Test
    void theWorkOfAChangeIsTheSameAmongManyRowsAndManyQueries() {
        List<String> few = work(200, 5);
        assertThat(few).hasSize(CHANGES.size()).anyMatch(line -> line.contains("2 lists"));
        assertThat(work(100_000, 5)).isEqualTo(few);
        assertThat(work(5_000, 1_500)).isEqualTo(few);
    }

    /** What each change costs the engine, and how many records the whole write looks into. */
    private static List<String> work(int rows, int queries) {
        try (CountedTables tables = new CountedTables(rows)) {
            tables.of("owners")
                    .query()
                    .with("things.parts")
                    .with("comments")
                    .with("tags")
                    .find(10L)
                    .flux()
                    .subscribe();
            tables.of("owners")
                    .query()
                    .whereHas("tags", tag -> tag.where("name", "Blue"))
                    .where("name", "Eva")
                    .flux()
                    .subscribe();
            for (long id = 20; id < 20 + queries; id++) {
                tables.of("owners")
                        .query()
                        .with("things.parts")
                        .with("tags")
                        .find(id)
                        .flux()
                        .subscribe();
                tables.of("things").query().where("ownerId", id).limit(1).flux().subscribe();
            }
            List<String> work = new ArrayList<>();
            for (Consumer<CountedTables> change : CHANGES) {
                int visits = tables.visits(() -> change.accept(tables));
                work.add(tables.graph().work() + ", " + visits + " records looked into");
            }
            return work;
        }
    }
}
