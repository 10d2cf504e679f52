package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions and orders on related models where relations lead to one model, or to one of several entities. */
class RelatedEdgesTest {
    private final Zoo zoo = new Zoo();

    @BeforeEach
    void fill() {
        save("people", List.of(Map.of("id", 1, "name", "bee"), Map.of("id", 2, "name", "cat")));
        save("pets", List.of(Map.of("id", 1, "name", "ant")));
        save(
                "passports",
                List.of(Map.of("id", 1, "name", "old", "ownerId", 1), Map.of("id", 2, "name", "new", "ownerId", 1)));
        save(
                "notes",
                List.of(
                        Map.of("id", 1, "aboutId", 2, "aboutType", "people"),
                        Map.of("id", 2, "aboutId", 1, "aboutType", "pets"),
                        Map.of("id", 3, "aboutId", 1, "aboutType", "people"),
                        Map.of("id", 4, "aboutId", 9, "aboutType", "pets")));
    }

    @AfterEach
    void close() {
        zoo.close();
    }

    private void save(String entity, List<Map<String, ?>> records) {
        zoo.tables.get(entity).saveMaps(records);
    }

    @Test
    void aRelationToOneCountsOneAtTheMost() {
        Query<Row> people = zoo.tables.get("people").query();
        assertThat(people.where(Condition.has("passport", all -> all, "=", 1))
                        .keys()
                        .get())
                .containsExactly(1L);
        assertThat(people.where(Condition.has("passport", all -> all, ">", 1))
                        .keys()
                        .get())
                .isEmpty();
        assertThat(people.whereHas("passport", all -> all.where("name", "new"))
                        .keys()
                        .get())
                .as("any of the records that refer to it")
                .containsExactly(1L);
    }

    @Test
    void aListOfKeysKeepsItsOrderAndAWindowKeepsTheFirstOfTheTerms() {
        save("people", List.of(Map.of("id", 3, "name", "ant", "friendIds", List.of(2, 3, 1))));
        assertThat(friends(related -> related.orderBy("name"))).containsExactly(2L, 3L, 1L);
        assertThat(friends(related -> related.orderBy("name").limit(2))).containsExactly(3L, 1L);
    }

    private List<Object> friends(UnaryOperator<RelatedThroughPivot<Row, Row>> clauses) {
        Row person = zoo.tables
                .get("people")
                .query()
                .where("id", 3)
                .with("friends", clauses)
                .first()
                .orElseThrow();
        return person.many("friends").stream().map(row -> row.get("id")).toList();
    }

    @Test
    void recordsBetweenOrderWhatTheTermsOrderWithinEach() {
        save("pets", List.of(Map.of("id", 2, "ownerId", 1), Map.of("id", 3, "ownerId", 1)));
        save(
                "toys",
                List.of(
                        Map.of("id", 1, "petId", 3, "name", "a"),
                        Map.of("id", 2, "petId", 2, "name", "b"),
                        Map.of("id", 3, "petId", 2, "name", "c")));
        Row owner = zoo.tables
                .get("people")
                .query()
                .where("id", 1)
                .with("toys", toys -> toys.orderBy(Order.by("name").reversed()))
                .first()
                .orElseThrow();
        assertThat(owner.many("toys")).extracting(toy -> toy.get("id")).containsExactly(3L, 2L, 1L);
    }

    @Test
    void anOrderByOneOfSeveralEntitiesReadsTheAttributeOfEach() {
        assertThat(zoo.tables.get("notes").query().orderBy("about.name").keys().get())
                .containsExactly(2L, 3L, 1L, 4L);
    }

    @Test
    void aConditionOnSeveralEntitiesIsReadInEach() {
        assertThat(zoo.tables
                        .get("notes")
                        .query()
                        .whereHas("about", about -> about.where("name", ">", "ant"))
                        .keys()
                        .get())
                .containsExactly(1L, 3L);
    }
}
