package dev.ananas.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.SchemaException;
import dev.ananas.store.Store;
import org.junit.jupiter.api.Test;

/** Law 9 for entities that share a table. */
class CaseFaultsTest {

    private static void assertFaults(String faults, EntityType<?>... types) {
        try (Store store = Store.create()) {
            assertThatThrownBy(() -> Database.on(store, types))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage(faults);
        }
    }

    @Test
    void everyFaultOfACaseIsListed() {
        assertFaults(
                "The schema has 5 faults:\n"
                        + "  - Unknown entity \"peopel\" in the base of entity \"lost\"; did you mean \"people\"?\n"
                        + "  - Entity \"kids\" is a case of \"people\" and cannot have a discriminator of its own;"
                        + " its cases use that of its base\n"
                        + "  - Entity \"kids\" declares \"name\" again; an inherited attribute can have another default"
                        + " and nothing else\n"
                        + "  - Entities \"people\" and \"adults\" are both the case \"B\" of \"people\"; every case needs"
                        + " a value of its own\n"
                        + "  - The fallback of the discriminator of entity \"people\" is no case: expected one of \"B\","
                        + " \"K\", found \"Z\"",
                EntityType.dynamic("lost")
                        .caseOf("peopel", "L")
                        .attr("id", null)
                        .build(),
                EntityType.dynamic("adults").caseOf("people", "B").build(),
                EntityType.dynamic("kids")
                        .caseOf("people", "K")
                        .discriminator("kind")
                        .attr("name", null)
                        .cast(Cast.bool())
                        .build(),
                EntityType.dynamic("people")
                        .attr("id", null)
                        .attr("type", null)
                        .string("name", null)
                        .discriminator("type", "B")
                        .discriminatorFallback("Z")
                        .build());
    }

    @Test
    void aBaseNeedsADiscriminatorThatExists() {
        assertFaults(
                "The schema has 2 faults:\n"
                        + "  - Entity \"people\" has cases and no discriminator; call discriminator(...) on it\n"
                        + "  - Unknown attribute \"knd\" in entity \"things\", named by its discriminator; did you mean"
                        + " \"kind\" or \"id\"?",
                EntityType.dynamic("people").attr("id", null).build(),
                EntityType.dynamic("kids").caseOf("people", "K").build(),
                EntityType.dynamic("things")
                        .attr("id", null)
                        .attr("kind", null)
                        .discriminator("knd", "T")
                        .build());
    }

    @Test
    void basesCannotGoRoundInACircle() {
        assertFaults(
                "The schema has 2 faults:\n"
                        + "  - Entity \"a\" is a case of itself; one of its bases has to have a table\n"
                        + "  - Entity \"b\" is a case of itself; one of its bases has to have a table",
                EntityType.dynamic("a").caseOf("b", 1).attr("id", null).build(),
                EntityType.dynamic("b").caseOf("a", 2).attr("id", null).build());
    }
}
