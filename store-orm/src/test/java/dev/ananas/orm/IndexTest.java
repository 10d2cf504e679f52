package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.internal.plan.Located;
import dev.ananas.orm.internal.plan.Reading;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.Question;
import dev.ananas.store.ActionFailedException;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Declared indexes and unique constraints. */
class IndexTest {
    private final Store store = Store.create();
    private final EntityType<Row> people = EntityType.dynamic("people")
            .number("id", null)
            .string("mail", null)
            .string("city", "")
            .string("street", "")
            .unique("mail")
            .unique("city", "street")
            .index("city")
            .build();
    private final Database db = Database.on(store, people);
    private final Repository<Row> rows = db.repository(people);

    @AfterEach
    void close() {
        store.close();
    }

    private static Map<String, ?> person(int id, String mail, String city, String street) {
        return Map.of("id", id, "mail", mail, "city", city, "street", street);
    }

    private long visited(Query<Row> query) {
        StoreDatabase database = (StoreDatabase) db;
        Question.Part part = query.question().parts().get(0);
        Located located = database.planner().locate(part);
        Work work = new Work();
        new Reading(database.tables(), work).models(located);
        return work.rowsVisited();
    }

    @Test
    void aSecondRecordWithTheSameUniqueValueIsRefusedAndNothingChanges() {
        rows.insertMaps(List.of(person(1, "a@x", "Bonn", "North"), person(2, "b@x", "Bonn", "South")));
        StateTree tree = store.state();
        assertThatThrownBy(() ->
                        rows.insertMaps(List.of(person(3, "c@x", "Oslo", "East"), person(4, "a@x", "Lima", "West"))))
                .isInstanceOf(ActionFailedException.class)
                .hasCauseInstanceOf(DataException.class)
                .hasMessage(
                        "Action \"insert people\" failed: Entity \"people\" has a record with \"mail\" = a@x already,"
                                + " with key 1; the record with key 4 needs another value");
        assertThatThrownBy(() -> rows.update(2, Patch.of("street", "North")))
                .hasMessage(
                        "Action \"update people\" failed: Entity \"people\" has a record with \"city\", \"street\" ="
                                + " [Bonn, North] already, with key 1; the record with key 2 needs another value");
        assertThat(store.state()).isSameAs(tree);
    }

    @Test
    void nullIsLikeNoOtherValueAndARecordIsLikeItself() {
        rows.insertMaps(List.of(Map.of("id", 1, "street", "a"), Map.of("id", 2, "street", "b")));
        rows.update(1, Patch.of("city", "Bonn"));
        rows.update(1, Patch.of("street", "c"));
        rows.insertMaps(List.of(person(1, "a@x", "Bonn", "c")));
        assertThat(rows.all()).hasSize(2);
    }

    @Test
    void aValueThatItsRecordGaveUpIsFreeWithinOneTransaction() {
        rows.insertMaps(List.of(person(1, "a@x", "Bonn", "North"), person(2, "b@x", "Bonn", "South")));
        store.transaction("swap", () -> {
            rows.update(1, Patch.of("mail", null));
            rows.update(2, Patch.of("mail", "a@x"));
            rows.update(1, Patch.of("mail", "b@x"));
        });
        assertThat(rows.find(2).orElseThrow().get("mail")).isEqualTo("a@x");
    }

    @Test
    void aConditionOnIndexedAttributesVisitsItsRecordsAlone() {
        List<Map<String, ?>> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            many.add(person(i, i + "@x", "city" + i % 500, "street" + i));
        }
        rows.insertMaps(many);
        assertThat(visited(rows.query().where("mail", "7@x"))).isEqualTo(1);
        assertThat(visited(rows.query().where("city", "city7"))).isEqualTo(4);
        assertThat(visited(rows.query().where("city", "city7").where("street", "street507")))
                .isEqualTo(1);
        assertThat(visited(rows.query().where("street", "street507"))).isEqualTo(2_000);
    }

    @Test
    void anIndexOnAnUnknownAttributeIsAFaultOfTheSchema() {
        EntityType<Row> wrong = EntityType.dynamic("wrong")
                .attr("id", null)
                .index("nmae")
                .attr("name", null)
                .build();
        try (Store other = Store.create()) {
            assertThatThrownBy(() -> Database.on(other, wrong))
                    .hasMessage("The schema has 1 fault:\n  - Unknown attribute \"nmae\" in entity \"wrong\", named by"
                            + " an index; did you mean \"name\"?");
        }
    }
}
