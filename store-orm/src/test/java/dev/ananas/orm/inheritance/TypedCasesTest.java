package dev.ananas.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.inheritance.Shape.Circle;
import dev.ananas.orm.inheritance.Shape.Square;
import dev.ananas.orm.model.Patch;
import dev.ananas.store.Store;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sealed interface as the model of a base, records as those of its cases. */
class TypedCasesTest {
    private final Store store = Store.create();
    private final Database db = Database.on(store, Shape.ENTITY, Circle.ENTITY, Square.ENTITY);
    private final Repository<Shape> shapes = db.repository(Shape.ENTITY);
    private final Repository<Circle> circles = db.repository(Circle.ENTITY);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theBaseGivesEachModelAsItsCase() {
        Circle circle = new Circle(1L, "c", 2);
        Square square = new Square(2L, "s", 3);
        shapes.saveAll(List.of(circle, square));
        assertThat(shapes.query().get()).containsExactly(circle, square);
        assertThat(shapes.all().get(0)).isSameAs(circle);
        assertThat(circles.query().get()).containsExactly(circle);
        assertThat(shapes.query().where("kind", "square").get()).containsExactly(square);
    }

    @Test
    void dataTellsItsCase() {
        shapes.saveJson("[{\"id\": 1, \"kind\": \"circle\", \"radius\": 5}, {\"id\": 2, \"kind\": \"square\"}]");
        circles.saveJson("{\"id\": 3}");
        assertThat(shapes.all()).containsExactly(new Circle(1L, "", 5), new Square(2L, "", 1), new Circle(3L, "", 1));
    }

    @Test
    void updatesKeepTheCase() {
        shapes.save(new Circle(1L, "c", 2));
        assertThat(shapes.update(1L, Patch.of("name", "d"))).contains(new Circle(1L, "d", 2));
        assertThat(circles.update(1L, Patch.of("radius", 9))).contains(new Circle(1L, "d", 9));
    }

    @Test
    void oneKeyIsOneRow() {
        shapes.save(new Circle(1L, "c", 2));
        shapes.save(new Square(1L, "s", 3));
        assertThat(shapes.all()).containsExactly(new Square(1L, "s", 3));
        assertThat(circles.all()).isEmpty();
    }
}
