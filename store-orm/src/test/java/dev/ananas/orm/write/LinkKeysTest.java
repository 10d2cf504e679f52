package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links by other keys than the primary ones, and pivots with a key of their own. */
class LinkKeysTest {
    private static Tables playlists() {
        return new Tables(
                EntityType.dynamic("playlists")
                        .attr("id", (Object) null)
                        .string("code", null)
                        .belongsToMany("tracks", "tracks", "entries", "playlist", "track", "code", "slug")
                        .as("entry")
                        .build(),
                EntityType.dynamic("tracks")
                        .attr("id", (Object) null)
                        .string("slug", null)
                        .build(),
                EntityType.dynamic("entries")
                        .attr("id", (Object) null)
                        .string("playlist", null)
                        .string("track", null)
                        .number("position", null)
                        .build());
    }

    @Test
    void bothEndsAreReadFromTheRecords() {
        try (Tables db = playlists()) {
            db.of("playlists")
                    .saveMap(map(
                            "id",
                            1,
                            "code",
                            "c",
                            "tracks",
                            List.of(map("id", 5, "slug", "s", "entry", map("id", "e1", "position", 3)))));
            db.of("playlists").relation("tracks").updatePivot(1, 5, Patch.of("position", 4));
            assertThat(db.rows("entries")).containsExactly("entries{id=e1, playlist=c, track=s, position=4}");
            db.of("playlists").relation("tracks").toggle(1, List.of(5));
            assertThat(db.rows("entries")).isEmpty();
        }
    }

    @Test
    void aRelatedRecordWhoseKeyIsNeededHasToExist() {
        try (Tables db = playlists()) {
            db.of("playlists").saveMap(map("id", 1, "code", "c"));
            assertThatThrownBy(() -> db.of("playlists").relation("tracks").attach(1, List.of(5)))
                    .hasMessage("Action \"attach playlists.tracks\" failed: Entity \"tracks\" has no record with key 5,"
                            + " whose \"slug\" relation \"playlists.tracks\" needs; save it first");
        }
    }

    @Test
    void anEndWithoutAValueCannotBeLinked() {
        try (Tables db = playlists()) {
            assertThatThrownBy(() -> db.of("playlists").saveMap(map("id", 1, "tracks", List.of(map("id", 5)))))
                    .hasMessage("Action \"save playlists\" failed: The record of \"playlists\" with key 1 has no"
                            + " \"code\", so relation \"playlists.tracks\" cannot link it");
            assertThat(db.rows("tracks")).isEmpty();
        }
    }

    @Test
    void aPivotNeedsAKeyOfItsOwn() {
        try (Tables db = playlists()) {
            assertThatThrownBy(() -> db.of("playlists")
                            .saveMap(map("id", 1, "code", "c", "tracks", List.of(map("id", 5, "slug", "s")))))
                    .hasMessage(
                            "Action \"save playlists\" failed: A record of \"entries\" has no value for key attribute"
                                    + " \"id\": {playlist=c, track=s}; give it a value or declare it with uid(\"id\")");
        }
    }

    @Test
    void severalPivotsOfOnePairAreOneLink() {
        try (Tables db = playlists()) {
            db.of("playlists").saveMap(map("id", 1, "code", "c"));
            db.of("tracks").saveMap(map("id", 5, "slug", "s"));
            db.of("entries")
                    .insertMaps(List.of(
                            map("id", 1, "playlist", "c", "track", "s"),
                            map("id", 2, "playlist", "c", "track", "s"),
                            map("id", 3, "playlist", "c", "track", "t")));
            db.of("playlists").relation("tracks").attach(1, 5, Patch.of("position", 9));
            assertThat(db.of("entries").find(1)).map(row -> row.get("position")).contains(9L);
            assertThat(db.of("playlists").relation("tracks").detach(1, List.of(5)))
                    .isEqualTo(1);
            assertThat(db.of("entries").all()).extracting(row -> row.get("id")).containsExactly(3L);
        }
    }

    @Test
    void aPivotOfAnotherPairIsNotTakenAway() {
        try (Tables db = playlists()) {
            db.of("playlists").saveMap(map("id", 1, "code", "c"));
            db.of("tracks").saveMaps(List.of(map("id", 5, "slug", "s"), map("id", 6, "slug", "t")));
            db.of("playlists").relation("tracks").attach(1, 5, Patch.of("id", "e"));
            assertThatThrownBy(() -> db.of("playlists").relation("tracks").attach(1, 6, Patch.of("id", "e")))
                    .hasMessage("Action \"attach playlists.tracks\" failed: The pivot of \"entries\" with key e links"
                            + " another pair already, so relation \"playlists.tracks\" cannot use it again; leave the key"
                            + " out or give another one");
            assertThatThrownBy(() -> db.of("playlists").relation("tracks").attach(1, 5, Patch.of("id", "f")))
                    .hasMessage(
                            "Action \"attach playlists.tracks\" failed: Key attribute \"id\" of \"entries\" cannot be"
                                    + " changed from e to f; delete the record and insert it with the new key");
        }
    }
}
