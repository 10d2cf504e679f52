package dev.ananas.orm.write;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a model differs from the stored record. */
class DirtyTest {

    @Test
    void theAttributesThatDifferFromTheStoredRecordMakeAPatch() {
        try (Blog blog = Blog.filled()) {
            User read = blog.users.query().with(User_.roles).first().orElseThrow();
            assertThat(blog.users.dirty(read).values()).isEmpty();
            User edited = User_.of(1L, "Eva", true);
            assertThat(blog.users.dirty(edited)).isEqualTo(User_.name.to("Eva"));
            blog.users.update(1L, blog.users.dirty(edited));
            assertThat(blog.users.dirty(edited).values()).isEmpty();
        }
    }

    @Test
    void allAttributesOfANewRecordDiffer() {
        try (Blog blog = Blog.filled()) {
            assertThat(blog.users.dirty(User_.of(9L, "", false)).values())
                    .isEqualTo(Map.of("id", 9L, "name", "", "active", false));
        }
    }

    @Test
    void whatARowDoesNotShowDoesNotDiffer() {
        try (Tables db = new Tables(EntityType.dynamic("people")
                .attr("id", null)
                .string("name", "")
                .string("secret", "")
                .hidden()
                .timestamps()
                .build())) {
            db.of("people").saveMap(map("id", 1, "name", "a", "secret", "s"));
            Row read = db.of("people").find(1).orElseThrow();
            assertThat(db.of("people").dirty(read).values()).isEmpty();
            db.of("people").update(1, Patch.of("name", "b"));
            assertThat(db.of("people").dirty(read).values()).isEqualTo(Map.of("name", "a"));
        }
    }
}
