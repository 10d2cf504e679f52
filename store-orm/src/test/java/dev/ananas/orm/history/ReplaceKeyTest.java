package dev.ananas.orm.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplaceKeyTest {

    @Test
    void foreignKeysAndPivotsFollowWithinOneTransition() {
        try (Blog blog = new Blog()) {
            blog.users.saveJson("""
                    {"id": -1, "name": "Ada", "active": true, "roles": [{"id": 1, "title": "Admin", "pivot": {"level": 3}}]}""");
            blog.users.save(User_.of(2L, "Grace", true));
            blog.posts.save(Post_.of(5L, "Hello", 1, -1L));
            List<List<User>> seen = new ArrayList<>();
            blog.users.query().with(User_.roles).flux().subscribe(seen::add);
            long version = blog.store.version();

            User now = blog.db.replaceKey(User_.ENTITY, -1L, 17L);

            assertThat(now.id()).isEqualTo(17L);
            assertThat(blog.store.version()).isEqualTo(version + 1);
            assertThat(blog.posts.find(5L).orElseThrow().userId()).isEqualTo(17L);
            assertThat(blog.links.query().get()).containsExactly(RoleUser_.of(1L, 17L, 3));
            assertThat(seen).hasSize(2);
            assertThat(seen.get(1)).extracting(User::id).containsExactly(17L, 2L);
            assertThat(seen.get(1).get(0).roles()).hasSize(1);
            assertThat(seen.get(1))
                    .isEqualTo(blog.users.query().with(User_.roles).get());
        }
    }

    @Test
    void aKeyThatIsTakenIsRefused() {
        try (Blog blog = Blog.filled()) {
            StateTree before = blog.store.state();
            assertThatThrownBy(() -> blog.db.replaceKey(User_.ENTITY, 1L, 2L))
                    .hasMessageContaining("has a record with key 2 already");
            assertThatThrownBy(() -> blog.db.replaceKey(User_.ENTITY, 99L, 100L))
                    .hasMessageContaining("has no record with key 99");
            assertThat(blog.store.state()).isSameAs(before);
        }
    }

    @Test
    void compositeKeysMorphsAndListsOfKeysFollow() {
        EntityType<Row> page = EntityType.dynamic("pages")
                .attr("site", null)
                .number("no", 0)
                .primaryKey("site", "no")
                .build();
        EntityType<Row> album = EntityType.dynamic("albums")
                .attr("id", null)
                .attr("photoIds", List.of())
                .hasManyBy("photos", "photos", "photoIds")
                .build();
        EntityType<Row> photo = EntityType.dynamic("photos")
                .attr("id", null)
                .morphMany("comments", "comments", "targetId", "targetType")
                .build();
        EntityType<Row> comment = EntityType.dynamic("comments")
                .attr("id", null)
                .attr("targetId", null)
                .attr("targetType", null)
                .build();
        try (Store store = Store.create()) {
            Database db = Database.on(store, page, album, photo, comment);
            Repository<Row> albums = db.repository(album);
            Repository<Row> photos = db.repository(photo);
            db.repository(page).saveMap(Map.of("site", "a", "no", 1L));
            photos.saveMaps(List.of(Map.of("id", 1L), Map.of("id", -2L), Map.of("id", 3L)));
            albums.saveMap(Map.of("id", 1L, "photoIds", List.of(3L, -2L, 1L)));
            db.repository(comment)
                    .saveMaps(List.of(
                            Map.of("id", 1L, "targetId", -2L, "targetType", "photos"),
                            Map.of("id", 2L, "targetId", -2L, "targetType", "albums")));
            List<List<Row>> seen = new ArrayList<>();
            albums.query().with("photos", each -> each.with("comments")).flux().subscribe(seen::add);

            db.replaceKey(photo, -2L, 20L);
            assertThat(albums.find(1L).orElseThrow().<Object>get("photoIds")).isEqualTo(List.of(3L, 20L, 1L));
            assertThat(db.repository(comment).query().get())
                    .extracting(row -> row.<Object>get("targetId"))
                    .containsExactly(20L, -2L);
            assertThat(seen.get(seen.size() - 1))
                    .isEqualTo(albums.query()
                            .with("photos", each -> each.with("comments"))
                            .get());

            db.replaceKey(page, Key.of("a", 1L), Key.of("b", 2L));
            assertThat(db.repository(page).query().get())
                    .extracting(row -> row.<Object>get("site"))
                    .containsExactly("b");
        }
    }
}
