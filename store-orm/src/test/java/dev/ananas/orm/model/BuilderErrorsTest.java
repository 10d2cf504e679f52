package dev.ananas.orm.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Declarations that no schema could make sense of. */
class BuilderErrorsTest {

    @Test
    void aRelationRefersByAnAttribute() {
        assertThatThrownBy(() -> EntityType.dynamic("users").hasMany("posts", "posts", List.of(), List.of()))
                .hasMessage(
                        "Relation \"posts\" of entity \"users\" refers by no attribute; name as many as the key at the"
                                + " other end has");
        assertThatThrownBy(() -> EntityType.dynamic("users")
                        .belongsToMany("roles", "roles", "links", List.of("userId"), List.of(), List.of(), List.of()))
                .hasMessageContaining("\"roles\" of entity \"users\" refers by no attribute");
    }

    @Test
    void aNameIsDeclaredOnce() {
        assertThatThrownBy(() -> EntityType.dynamic("users").attr("id", null).string("id", ""))
                .hasMessage(
                        "Entity \"users\" declares \"id\" twice; every attribute, pivot and relation needs a name of its"
                                + " own");
    }

    @Test
    void aKeyHasAnAttribute() {
        assertThatThrownBy(() -> EntityType.dynamic("users").primaryKey())
                .hasMessage("The primary key of entity \"users\" needs at least one attribute");
    }
}
