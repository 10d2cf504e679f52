package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Row;
import dev.ananas.store.ActionFailedException;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnDeleteTest {

    private static EntityType<Row> users(OnDelete posts) {
        return EntityType.dynamic("users")
                .number("id", null)
                .hasMany("posts", "posts", "userId")
                .onDelete(posts)
                .build();
    }

    private static EntityType<Row> posts(OnDelete comments) {
        return EntityType.dynamic("posts")
                .number("id", null)
                .number("userId", null)
                .hasMany("comments", "comments", "postId")
                .onDelete(comments)
                .build();
    }

    private static EntityType<Row> comments() {
        return EntityType.dynamic("comments")
                .number("id", null)
                .number("postId", null)
                .build();
    }

    /** Users 1 and 2; posts 1 and 2 of the first and 3 of the second; a comment for each post, with its number. */
    private static Tables filled(OnDelete posts, OnDelete comments) {
        Tables tables = new Tables(users(posts), posts(comments), comments());
        tables.of("users").insertMaps(List.of(map("id", 1), map("id", 2)));
        tables.of("posts")
                .insertMaps(List.of(map("id", 1, "userId", 1), map("id", 2, "userId", 1), map("id", 3, "userId", 2)));
        tables.of("comments")
                .insertMaps(List.of(map("id", 1, "postId", 1), map("id", 2, "postId", 2), map("id", 3, "postId", 3)));
        return tables;
    }

    @Test
    void aCascadeRunsThroughAllLevelsInOneTransition() {
        try (Tables tables = filled(OnDelete.CASCADE, OnDelete.CASCADE)) {
            long version = tables.store.version();
            List<String> seen = new ArrayList<>();
            tables.of("comments").query().flux().subscribe(list -> seen.add(list.toString()));
            assertThat(tables.of("users").delete(1)).isPresent();
            assertThat(tables.rows("users")).containsExactly("users{id=2}");
            assertThat(tables.rows("posts")).containsExactly("posts{id=3, userId=2}");
            assertThat(tables.rows("comments")).containsExactly("comments{id=3, postId=3}");
            assertThat(seen).hasSize(2);
            assertThat(tables.store.version()).isEqualTo(version + 1);
        }
    }

    @Test
    void setNullKeepsTheRelatedRecordsAndWhatIsBelowThem() {
        try (Tables tables = filled(OnDelete.SET_NULL, OnDelete.CASCADE)) {
            tables.of("users").delete(1);
            assertThat(tables.rows("posts"))
                    .containsExactly("posts{id=1, userId=null}", "posts{id=2, userId=null}", "posts{id=3, userId=2}");
            assertThat(tables.rows("comments")).hasSize(3);
        }
    }

    @Test
    void withoutAnActionRelatedRecordsStayAsTheyAre() {
        try (Tables tables = filled(OnDelete.NOTHING, OnDelete.CASCADE)) {
            tables.of("users").delete(1);
            assertThat(tables.rows("posts")).hasSize(3).contains("posts{id=1, userId=1}");
        }
    }

    @Test
    void clearAndFreshTakeNothingAlong() {
        try (Tables tables = filled(OnDelete.CASCADE, OnDelete.CASCADE)) {
            tables.of("users").clear();
            tables.of("users").freshMaps(List.of());
            assertThat(tables.rows("posts")).hasSize(3);
        }
    }

    @Test
    void restrictRefusesTheDeleteWhileSomethingRefersToTheRecord() {
        try (Tables tables = filled(OnDelete.RESTRICT, OnDelete.NOTHING)) {
            long version = tables.store.version();
            assertThatThrownBy(() -> tables.of("users").delete(1))
                    .isInstanceOf(ActionFailedException.class)
                    .hasCauseInstanceOf(DataException.class)
                    .hasMessage("Action \"delete users\" failed: The record of \"users\" with key 1 cannot be deleted:"
                            + " relation \"users.posts\" restricts it while \"posts\" has 2 records that refer to it,"
                            + " the first with key 1; delete or change them before");
            assertThatThrownBy(() -> tables.of("users").destroy(List.of(2)))
                    .hasMessage("Action \"delete users\" failed: The record of \"users\" with key 2 cannot be deleted:"
                            + " relation \"users.posts\" restricts it while \"posts\" has 1 record that refers to it,"
                            + " with key 3; delete or change it before");
            assertThat(tables.store.version()).isEqualTo(version);
            tables.of("posts").destroy(List.of(1, 2));
            assertThat(tables.of("users").delete(1)).isPresent();
        }
    }

    @Test
    void aRestrictionBelowACascadeFailsTheWholeDelete() {
        try (Tables tables = filled(OnDelete.CASCADE, OnDelete.RESTRICT)) {
            assertThatThrownBy(() -> tables.of("users").delete(1)).isInstanceOf(ActionFailedException.class);
            assertThat(tables.rows("users")).hasSize(2);
            assertThat(tables.rows("posts")).hasSize(3);
        }
    }

    @Test
    void recordsThatTheSameDeleteRemovesRestrictNothing() {
        EntityType<Row> nodes = EntityType.dynamic("nodes")
                .number("id", null)
                .number("parentId", null)
                .hasMany("children", "nodes", "parentId")
                .onDelete(OnDelete.RESTRICT)
                .build();
        try (Tables tables = new Tables(nodes)) {
            tables.of("nodes").insertMaps(List.of(map("id", 1), map("id", 2, "parentId", 1)));
            assertThat(tables.of("nodes").destroy(List.of(1, 2))).hasSize(2);
        }
    }

    @Test
    void cyclesEnd() {
        EntityType<Row> nodes = EntityType.dynamic("nodes")
                .number("id", null)
                .number("next", null)
                .hasMany("former", "nodes", "next")
                .onDelete(OnDelete.CASCADE)
                .build();
        try (Tables tables = new Tables(nodes)) {
            tables.of("nodes")
                    .insertMaps(List.of(
                            map("id", 1, "next", 2), map("id", 2, "next", 1), map("id", 3, "next", 3), map("id", 4)));
            assertThat(tables.of("nodes").delete(1).orElseThrow().get("next")).isEqualTo(2L);
            tables.of("nodes").delete(3);
            assertThat(tables.rows("nodes")).containsExactly("nodes{id=4, next=null}");
        }
    }

    @Test
    void compositeKeysOfAnyTypeAreFollowed() {
        EntityType<Row> courses = EntityType.dynamic("courses")
                .number("id", null)
                .string("term", "")
                .primaryKey("id", "term")
                .hasMany("lessons", "lessons", List.of("course", "term"), List.of())
                .onDelete(OnDelete.CASCADE)
                .build();
        EntityType<Row> lessons = EntityType.dynamic("lessons")
                .number("course", null)
                .string("term", "")
                .string("week", "")
                .primaryKey("course", "term", "week")
                .build();
        try (Tables tables = new Tables(courses, lessons)) {
            tables.of("courses").insertMaps(List.of(map("id", 1, "term", "a"), map("id", 1, "term", "b")));
            tables.of("lessons")
                    .insertMaps(List.of(
                            map("course", 1, "term", "a", "week", "x"), map("course", 1, "term", "b", "week", "x")));
            tables.of("courses").delete(Key.of(1, "a"));
            assertThat(tables.rows("lessons")).containsExactly("lessons{course=1, term=b, week=x}");
        }
    }

    @Test
    void polymorphicReferencesAreFollowedByTypeAndKey() {
        try (Tables tables = morphs(OnDelete.SET_NULL)) {
            tables.of("films").delete(1);
            assertThat(tables.rows("notes"))
                    .containsExactly(
                            "notes{id=1, onId=null, onType=null}",
                            "notes{id=2, onId=1, onType=books}",
                            "notes{id=3, onId=2, onType=films}");
        }
        try (Tables tables = morphs(OnDelete.CASCADE)) {
            tables.of("films").delete(1);
            assertThat(tables.rows("notes")).hasSize(2);
        }
    }

    private static Tables morphs(OnDelete action) {
        EntityType<Row> films = EntityType.dynamic("films")
                .number("id", null)
                .morphMany("notes", "notes", "onId", "onType")
                .onDelete(action)
                .build();
        EntityType<Row> notes = EntityType.dynamic("notes")
                .number("id", null)
                .number("onId", null)
                .string("onType", null)
                .build();
        Tables tables = new Tables(films, notes);
        tables.of("films").insertMaps(List.of(map("id", 1), map("id", 2)));
        tables.of("notes")
                .insertMaps(List.of(
                        map("id", 1, "onId", 1, "onType", "films"),
                        map("id", 2, "onId", 1, "onType", "books"),
                        map("id", 3, "onId", 2, "onType", "films")));
        return tables;
    }

    private static Tables shared(OnDelete action) {
        EntityType<Row> actors = EntityType.dynamic("actors")
                .number("id", null)
                .belongsToMany("films", "films", "castings", "actorId", "filmId")
                .onDelete(action)
                .build();
        EntityType<Row> films = EntityType.dynamic("films").number("id", null).build();
        EntityType<Row> castings = EntityType.dynamic("castings")
                .number("actorId", null)
                .number("filmId", null)
                .primaryKey("actorId", "filmId")
                .build();
        Tables tables = new Tables(actors, films, castings);
        tables.of("actors")
                .saveMaps(List.of(
                        map("id", 1, "films", List.of(map("id", 1), map("id", 2))),
                        map("id", 2, "films", List.of(map("id", 1)))));
        return tables;
    }

    @ParameterizedTest
    @EnumSource(names = {"CASCADE", "DETACH"})
    void aManyToManyRelationDeletesTheLinksAndNeverTheSharedRecords(OnDelete action) {
        try (Tables tables = shared(action)) {
            tables.of("actors").delete(1);
            assertThat(tables.rows("castings")).containsExactly("castings{actorId=2, filmId=1}");
            assertThat(tables.rows("films")).hasSize(2);
        }
    }

    @Test
    void aRestrictedManyToManyRelationRefusesTheDeleteWhileThereAreLinks() {
        try (Tables tables = shared(OnDelete.RESTRICT)) {
            assertThatThrownBy(() -> tables.of("actors").delete(2))
                    .hasMessage("Action \"delete actors\" failed: The record of \"actors\" with key 2 cannot be"
                            + " deleted: relation \"actors.films\" restricts it while \"castings\" has 1 record that"
                            + " refers to it, with key [2, 1]; delete or change it before");
            tables.of("actors").relation("films").detach(2, List.of(1));
            assertThat(tables.of("actors").delete(2)).isPresent();
        }
    }

    @Test
    void aDeleteByQueryTakesEverythingAlongAndUndoesAllWhenItFails() {
        try (Tables tables = filled(OnDelete.CASCADE, OnDelete.CASCADE)) {
            assertThatThrownBy(() -> tables.store.transaction("all", () -> {
                        tables.of("users").delete(tables.of("users").query());
                        assertThat(tables.rows("comments")).isEmpty();
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(tables.rows("comments")).hasSize(3);
            assertThat(tables.of("users").delete(tables.of("users").query())).hasSize(2);
            assertThat(tables.rows("posts")).isEmpty();
            assertThat(tables.rows("comments")).isEmpty();
        }
    }

    @Test
    void law7ADeleteCostsWhatItTouches() {
        CountingRows access = new CountingRows();
        try (Counted few = new Counted(access, 10);
                Counted many = new Counted(access, 10_000)) {
            assertThat(few.readsOfOneDelete()).isPositive();
            assertThat(many.readsOfOneDelete()).isEqualTo(few.readsOfOneDelete());
        }
    }

    /** Counts how often a component of a stored record is read. */
    private static final class CountingRows implements Access<List<Object>> {
        private long reads;

        @Override
        public Object get(List<Object> model, int ordinal) {
            reads++;
            return model.get(ordinal);
        }

        @Override
        public List<Object> create(Object[] components) {
            return new ArrayList<>(Arrays.asList(components));
        }
    }

    /** Owners with two things each, and the reads of deleting one that no other was deleted before. */
    private static final class Counted implements AutoCloseable {
        private final Store store = Store.create();
        private final CountingRows access;
        private final Repository<?> owners;
        private long next = 1;

        @SuppressWarnings({"unchecked", "rawtypes"})
        Counted(CountingRows access, int size) {
            this.access = access;
            EntityType<?> owner = EntityType.builder("owners", (Class<List<Object>>) (Class) List.class)
                    .attribute("id", Long.class, null)
                    .hasMany("things", "things", "ownerId")
                    .onDelete(OnDelete.CASCADE)
                    .access(access)
                    .build();
            EntityType<?> thing = EntityType.builder("things", (Class<List<Object>>) (Class) List.class)
                    .attribute("id", Long.class, null)
                    .attribute("ownerId", Long.class, null)
                    .access(access)
                    .build();
            Database db = Database.on(store, owner, thing);
            this.owners = db.repository(owner);
            List<Map<String, Object>> all =
                    IntStream.rangeClosed(1, size).mapToObj(i -> map("id", i)).toList();
            owners.insertMaps(all);
            db.repository(thing)
                    .insertMaps(IntStream.range(0, 2 * size)
                            .mapToObj(i -> map("id", i, "ownerId", i / 2 + 1))
                            .toList());
        }

        long readsOfOneDelete() {
            long before = access.reads;
            owners.delete(next++);
            return access.reads - before;
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
