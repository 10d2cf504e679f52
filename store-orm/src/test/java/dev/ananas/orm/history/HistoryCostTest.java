package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.LiveDescription;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a history costs, in rows looked at and in memory that only it keeps. */
class HistoryCostTest {
    private static final int ROWS = 100_000;
    private static final int VERSIONS = 1_000;
    private static final long MOST = 5_000_000;

    private final EntityType<Row> item = EntityType.dynamic("items")
            .number("id", 0)
            .number("group", 0)
            .number("value", 0)
            .hasMany("peers", "items", "group", "group")
            .build();
    private final Store store =
            Store.builder().history(HistoryOptions.defaults().steps(VERSIONS)).build();
    private final Database db = Database.on(store, item);
    private final Repository<Row> items = db.repository(item);

    private void fill(int rows) {
        List<Map<String, Object>> all = new ArrayList<>(rows);
        for (long id = 0; id < rows; id++) {
            all.add(Map.of("id", id, "group", id / 10, "value", id % 100));
        }
        items.insertMaps(all);
        store.history().clear();
    }

    private void set(long id, long value) {
        items.saveMap(Map.of("id", id, "value", value));
    }

    @Test
    void undoLooksAtNoMoreRowsThanTheTransactionDid() {
        fill(20_000);
        items.query().where("value", 7).orderBy("id").flux().subscribe();
        items.query().where("group", 3).with("peers").flux().subscribe();
        store.transaction("ten", () -> {
            for (long id = 0; id < 10; id++) {
                set(id * 11, 7);
            }
        });
        long forwards = visited();
        assertThat(forwards).isPositive();

        store.history().undo();
        assertThat(db.describe().changed()).containsEntry("items", 10);
        assertThat(visited()).isLessThanOrEqualTo(2 * forwards);
        store.history().redo();
        assertThat(visited()).isLessThanOrEqualTo(2 * forwards);
    }

    private long visited() {
        return db.describe().levels().stream()
                .mapToLong(LiveDescription.Level::rowsVisited)
                .sum();
    }

    @Test
    void aThousandVersionsOfAHundredThousandRowsTakeLessThanFiveMegabytes() {
        fill(ROWS);
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3 && least >= MOST; attempt++) {
            for (int i = 0; i < VERSIONS; i++) {
                set((i * 7919L) % ROWS, 1_000 + i + attempt * VERSIONS);
            }
            assertThat(store.history().versions()).hasSize(VERSIONS + 1);
            long with = used();
            store.history().clear();
            least = Math.min(least, with - used());
        }
        assertThat(least).isBetween(VERSIONS * 100L, MOST);
    }

    /** Memory in use once nothing more can be collected. */
    private static long used() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}
