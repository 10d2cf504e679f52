package dev.ananas.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.inheritance.Shape.Circle;
import dev.ananas.orm.inheritance.Shape.Square;
import dev.ananas.store.Store;
import dev.ananas.store.snapshot.Snapshots;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cases of an entity in snapshots: rows of their base that say which case they are. */
class CaseSnapshotsTest {
    private final Store store = Store.create();
    private final Database db = Database.on(store, Shape.ENTITY, Circle.ENTITY, Square.ENTITY);
    private final Repository<Shape> shapes = db.repository(Shape.ENTITY);
    private final Snapshots snapshots =
            Snapshots.of(store).section(db.snapshot()).build();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eachRowComesBackAsItsCase() {
        List<Shape> stored = List.of(new Circle(1L, "c", 2), new Square(2L, "s", 3), new Circle(3L, "d", 4));
        shapes.saveAll(stored);
        String json = snapshots.toJson();
        shapes.clear();
        snapshots.restore(json);
        assertThat(shapes.all()).isEqualTo(stored);
        assertThat(db.repository(Circle.ENTITY).all()).hasSize(2);
        assertThat(snapshots.toJson()).isEqualTo(json);
        assertThat(snapshots.restore(json).dropped()).isEmpty();
    }

    @Test
    void aCaseNobodyKnowsIsRefused() {
        shapes.save(new Circle(1L, "c", 2));
        String json = snapshots.toJson().replace("\"circle\"", "\"oval\"");
        assertThatThrownBy(() -> snapshots.restore(json))
                .hasMessageContaining("expected one of \"circle\", \"square\", found \"oval\"")
                .hasMessageContaining("/rows/0");
        assertThat(shapes.all()).hasSize(1);
    }
}
