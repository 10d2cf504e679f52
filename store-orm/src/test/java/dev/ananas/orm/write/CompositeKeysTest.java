package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeKeysTest {
    private static Tables houses() {
        return new Tables(
                EntityType.dynamic("floors")
                        .attr("house", (Object) null)
                        .number("level", null)
                        .primaryKey("house", "level")
                        .hasMany("rooms", "rooms", List.of("house", "level"), List.of())
                        .build(),
                EntityType.dynamic("rooms")
                        .attr("house", (Object) null)
                        .number("level", null)
                        .number("number", null)
                        .string("use", "")
                        .primaryKey("house", "level", "number")
                        .belongsTo("floor", "floors", List.of("house", "level"), List.of())
                        .build());
    }

    @Test
    void childrenTakePartsOfTheirKeyFromTheirParent() {
        try (Tables db = houses()) {
            db.of("floors")
                    .saveMap(map("house", "a", "level", 2, "rooms", List.of(map("number", 1), map("number", 2))));
            assertThat(db.of("rooms").find(Key.of("a", 2, 2)))
                    .map(Row::toString)
                    .contains("rooms{house=a, level=2, number=2, use=}");
        }
    }

    @Test
    void aRecordTakesPartsOfItsKeyFromItsOwner() {
        try (Tables db = houses()) {
            db.of("rooms").saveMap(map("number", 7, "floor", map("house", "b", "level", 1)));
            db.of("rooms").saveMap(map("number", 7, "use", "bath", "floor", map("house", "b", "level", 1)));
            assertThat(db.rows("rooms")).containsExactly("rooms{house=b, level=1, number=7, use=bath}");
            assertThat(db.rows("floors")).containsExactly("floors{house=b, level=1}");
        }
    }

    @Test
    void keysAreEqualByTheirPartsHoweverTheyAreMade() {
        assertThat(Key.of("a", 2))
                .isEqualTo(Key.of(List.of("a", 2)))
                .isEqualTo(Key.of("a", 2, new Object[0]))
                .hasSameHashCodeAs(Key.of(List.of("a", 2)))
                .hasToString("[a, 2]")
                .isNotEqualTo(Key.of(2, "a"))
                .isNotEqualTo(Key.of("a", 2, 3))
                .isNotEqualTo(List.of("a", 2));
        assertThat(Key.of("a", 2, 3)).isEqualTo(Key.of(List.of("a", 2, 3))).hasToString("[a, 2, 3]");
        assertThat(Key.of("a", 2).part(1)).isEqualTo(2);
        assertThatThrownBy(() -> Key.of("a", 2).part(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("Index 2 out of bounds for length 2");
        assertThatThrownBy(() -> Key.of(null, 2)).hasMessageContaining("Part 1 of a composite key is null");
        assertThatThrownBy(() -> Key.of(Arrays.asList("a", null)))
                .hasMessageContaining("Part 2 of a composite key is null");
    }

    @Test
    void deletingTakesAKeyOfAllParts() {
        try (Tables db = houses()) {
            db.of("floors").insertMaps(List.of(map("house", "a", "level", 1), map("house", "a", "level", 2)));
            assertThat(db.of("floors").delete(Key.of("a", 3))).isEmpty();
            assertThat(db.of("floors").delete(Key.of("a", 1))).isPresent();
            assertThat(db.rows("floors")).containsExactly("floors{house=a, level=2}");
        }
    }
}
