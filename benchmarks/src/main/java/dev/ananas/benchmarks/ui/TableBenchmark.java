package dev.ananas.benchmarks.ui;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Query;
import dev.ananas.store.Store;
import dev.ananas.ui.javafx.FxScope;
import dev.ananas.ui.javafx.FxThread;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/**
 * CPU of the JavaFX thread while a table of 100,000 rows is on screen and 1,000 of them change per second: a third are renamed, a third
 * change their place in the order, a third come or go. Once with the changes of the live query, once with the lists of the same query,
 * the latest one whenever the thread is free, through {@code setAll}.
 */
public final class TableBenchmark {
    private static final int ROWS = 100_000;
    private static final int PER_SECOND = 1_000;

    private final Store store = Store.create();
    private final EntityType<Row> type = EntityType.dynamic("people")
            .number("id", null)
            .string("name", "")
            .number("rank", 0)
            .build();
    private final Repository<Row> people = Database.on(store, type).repository(type);
    private final Query<Row> query = people.query().orderBy("rank").orderBy("id");
    private final SplittableRandom random = new SplittableRandom(7);
    private int nextId = ROWS + 1;
    private int oldestId = ROWS + 1;

    private TableBenchmark() {
        List<Map<String, ?>> data = new ArrayList<>();
        for (int id = 1; id <= ROWS; id++) {
            data.add(Map.of("id", id, "name", "Person " + id, "rank", id * 10));
        }
        people.insertMaps(data);
    }

    /**
     * Runs it.
     *
     * @param args seconds to warm up, seconds to measure
     */
    public static void main(String[] args) throws Exception {
        int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int measure = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        startToolkit();
        new TableBenchmark().run("changes()", true, warmUp, measure);
        new TableBenchmark().run("setAll", false, warmUp, measure);
        Platform.exit();
    }

    private void run(String what, boolean exact, int warmUp, int measure) throws Exception {
        TableView<Row> table = call(TableBenchmark::table);
        FxScope scope = FxScope.of(what);
        call(() -> exact
                ? scope.show(query, table)
                : query.flux()
                        .publishOn(new FxThread().scheduler(), 1)
                        .subscribe(list -> table.getItems().setAll(list)));
        while (call(() -> table.getItems().size()) < ROWS) {
            LockSupport.parkNanos(10_000_000);
        }
        call(() -> {
            table.getSelectionModel().select(50_003);
            table.scrollTo(50_000);
            return true;
        });
        change(warmUp);
        String before = call(() -> inSight(table));
        long thread = call(() -> Thread.currentThread().getId());
        long start = cpu(thread);
        int changes = change(measure);
        long used = cpu(thread) - start;
        System.out.printf(
                Locale.ROOT,
                "%-10s %d rows, %d changes in %d s: %.1f us of CPU of the JavaFX thread per change; in sight before %s, after %s%n",
                what,
                ROWS,
                changes,
                measure,
                used / 1e3 / changes,
                before,
                call(() -> inSight(table)));
        call(() -> {
            table.getScene().getWindow().hide();
            scope.close();
            return true;
        });
        store.close();
    }

    private static TableView<Row> table() {
        TableView<Row> table = new TableView<>();
        table.setFixedCellSize(24);
        for (String name : List.of("id", "name", "rank")) {
            TableColumn<Row, Object> column = new TableColumn<>(name);
            column.setCellValueFactory(
                    row -> new ReadOnlyObjectWrapper<>(row.getValue().get(name)));
            table.getColumns().add(column);
        }
        Stage stage = new Stage();
        stage.setScene(new Scene(table, 800, 600));
        stage.show();
        return table;
    }

    private static String inSight(TableView<Row> table) {
        IndexedCell<?> first = ((VirtualFlow<?>) table.lookup(".virtual-flow")).getFirstVisibleCell();
        Row selected = table.getSelectionModel().getSelectedItem();
        return "row of " + table.getItems().get(first.getIndex()).get("id") + " at " + Math.round(first.getLayoutY())
                + " px, selected " + (selected == null ? "none" : selected.get("id"));
    }

    private int change(int seconds) {
        long start = System.nanoTime();
        int changes = seconds * PER_SECOND;
        for (int i = 0; i < changes; i++) {
            LockSupport.parkNanos(start + i * (1_000_000_000L / PER_SECOND) - System.nanoTime());
            changeOne(i);
        }
        return changes;
    }

    /** Rows around the middle, which are in sight, keep their place; all others may change. */
    private void changeOne(int i) {
        int id = 1 + random.nextInt(ROWS);
        boolean inSight = Math.abs(id - ROWS / 2) < 100;
        if (i % 3 == 0 || inSight) {
            people.saveMap(Map.of("id", id, "name", "Renamed " + i));
        } else if (i % 3 == 1) {
            people.saveMap(Map.of("id", id, "rank", random.nextInt(ROWS * 10)));
        } else if (nextId - oldestId > 50 && random.nextBoolean()) {
            people.delete(oldestId++);
        } else {
            people.saveMap(Map.of("id", nextId++, "name", "New", "rank", random.nextInt(ROWS * 10)));
        }
    }

    private static long cpu(long thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
    }

    private static void startToolkit() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
    }

    private static <T> T call(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        return task.get();
    }
}
