package dev.ananas.orm.processor.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.processor.forms.Shop.Line;
import dev.ananas.orm.processor.forms.Shop.Order;
import dev.ananas.orm.processor.forms.Shop.State;
import dev.ananas.store.Store;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What annotations of attributes do. */
class ShopTest {
    private final Store store = Store.create();
    private final Database db = Database.on(store, Order_.ENTITY, Line_.ENTITY, Mark_.ENTITY);
    private final Repository<Order> orders = db.repository(Order_.ENTITY);
    private final Repository<Line> lines = db.repository(Line_.ENTITY);

    @BeforeEach
    void forget() {
        Shop.HEARD.clear();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatDataDoesNotNameHasItsDefault() {
        orders.saveJson("{}");
        Order order = orders.find(1L).orElseThrow();
        assertThat(order.state()).isEqualTo(State.OPEN);
        assertThat(order.day()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(order.weekday()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(order.price()).isEqualTo(new BigDecimal("1.50"));
        assertThat(order.code()).isEmpty();
        assertThat(order.secret()).isNull();
        assertThat(order.note()).isEqualTo("-");
        assertThat(order.letter()).isEqualTo((char) 0);
        assertThat(order.days()).isEmpty();
        assertThat(order.picture()).isNull();
        assertThat(order.lines().isLoaded()).isFalse();
    }

    @Test
    void idsAndDefaultsAreMadeForEachRecord() {
        orders.saveJson("[{}, {}]");
        assertThat(orders.all()).extracting(Order::id).containsExactly(1L, 2L);
        assertThat(orders.all()).extracting(Order::number).doesNotHaveDuplicates();
    }

    @Test
    void castsMutatorsAndContentsGiveValuesOfTheTypeOfTheComponent() {
        orders.saveJson("""
                {"id": 7, "code": "ABC", "amount": "12", "weight": "2.5", "letter": "x", "days": ["2026-03-01"], "states": ["DRAFT"],
                 "counts": {"a": [1, 2]}}""");
        Order order = orders.find(7L).orElseThrow();
        assertThat(order.code()).isEqualTo("abc");
        assertThat(order.amount()).isEqualTo(12L);
        assertThat(order.weight()).isEqualTo(2.5);
        assertThat(order.letter()).isEqualTo('x');
        assertThat(order.days()).containsExactly(LocalDate.of(2026, 3, 1));
        assertThat(order.states()).containsExactly(State.DRAFT);
        assertThat(order.counts()).isEqualTo(Map.of("a", List.of(1, 2)));
    }

    @Test
    void nullIsRefusedWhereItCannotBe() {
        assertThatThrownBy(() -> orders.saveJson("{\"id\": 1, \"note\": null}"))
                .rootCause()
                .hasMessageContaining("note");
        assertThatThrownBy(() -> orders.saveJson("{\"id\": 1, \"number\": null}"))
                .rootCause()
                .hasMessageContaining("number");
        assertThat(orders.all()).isEmpty();
    }

    @Test
    void hiddenAttributesAreShownOnDemand() {
        orders.saveJson("{\"id\": 1, \"secret\": \"s\"}");
        assertThat(orders.query().find(1L).get()).hasValueSatisfying(order -> {
            assertThat(order.secret()).isNull();
            assertThat(order.times()).isNull();
        });
        assertThat(orders.query().makeVisible("secret").withMeta().find(1L).get())
                .hasValueSatisfying(order -> {
                    assertThat(order.secret()).isEqualTo("s");
                    assertThat(order.times()).isNotNull();
                });
    }

    @Test
    void uniqueValuesAreUnique() {
        orders.saveJson("{\"id\": 1, \"reference\": \"r\"}");
        assertThatThrownBy(() -> orders.saveJson("{\"id\": 2, \"reference\": \"r\"}"))
                .rootCause()
                .hasMessageContaining("reference");
    }

    @Test
    void hooksRun() {
        orders.saveJson("[{\"id\": 1}, {\"id\": 2, \"code\": \"veto\"}]");
        orders.delete(1L);
        assertThat(orders.all()).isEmpty();
        assertThat(Shop.HEARD).containsExactly("CREATED 1", "DELETED 1");
    }

    @Test
    void relationsOfCompositeKeysAndListsOfKeys() {
        orders.saveJson("""
                {"id": 1, "markIds": [3, 2], "lines": [{"position": 1, "text": "a"}, {"position": 2, "text": "b"}]}""");
        db.repository(Mark_.ENTITY).saveJson("[{\"id\": 2, \"name\": \"m2\"}, {\"id\": 3, \"name\": \"m3\"}]");
        assertThat(lines.find(Line_.key(1L, 2))).map(Line::text).contains("b");
        Order order =
                orders.query().with(Order_.lines).with(Order_.marks).first().orElseThrow();
        assertThat(order.lines()).extracting(Line::text).containsExactly("a", "b");
        assertThat(order.marks()).extracting(Shop.Mark::name).containsExactly("m3", "m2");
        orders.delete(1L);
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void buildersAndWithersMakeRecords() {
        Order built =
                Order_.builder().id(5L).code("x").days(List.of(LocalDate.EPOCH)).build();
        assertThat(built.state()).isEqualTo(State.OPEN);
        assertThat(built.note()).isEqualTo("-");
        assertThat(built.lines().isLoaded()).isFalse();
        Order changed = Order_.withCode(built, "y");
        assertThat(changed.code()).isEqualTo("y");
        assertThat(Order_.withCode(changed, "x")).isEqualTo(built);
        assertThat(Order_.builder(built).build()).isEqualTo(built);
        orders.save(built);
        assertThat(orders.query().where(Order_.days.contains(LocalDate.EPOCH)).get())
                .hasSize(1);
        assertThat(orders.query().where(Order_.states.eq(Set.of())).count().get())
                .isOne();
    }

    @Test
    void sortedIndexesServeRangesAndOrders() {
        for (long i = 1; i <= 60; i++) {
            orders.saveMap(Map.of("price", BigDecimal.valueOf(i), "code", i % 2 == 0 ? "even" : "odd"));
        }
        assertThat(orders.query().where(Order_.price.gt(BigDecimal.valueOf(58))).explain())
                .contains("price")
                .contains("2 rows visited")
                .doesNotContain("scan");
        assertThat(orders.query()
                        .where(Order_.code.eq("odd"))
                        .orderBy(Order_.price)
                        .limit(3)
                        .explain())
                .contains("code, price")
                .contains("3 rows visited");
    }

    @Test
    void whatIsBuiltWithoutRelationsEqualsWhatIsStored() {
        Line line = Line_.of(1L, 2, "t");
        lines.save(line);
        assertThat(lines.find(Line_.key(1L, 2))).contains(line);
    }
}
