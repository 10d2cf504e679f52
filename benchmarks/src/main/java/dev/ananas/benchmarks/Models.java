package dev.ananas.benchmarks;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Pivot;
import dev.ananas.orm.view.ToMany;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Users, roles and their links as models of Ananas. */
public final class Models {
    private Models() {}

    @Entity("users")
    public record User(
            @Id int id,
            String name,
            int age,
            boolean active,

            @BelongsToMany(pivot = Link.class, foreignPivotKey = "userId", relatedPivotKey = "roleId")
            ToMany<Role> roles)
            implements Peer.Row {}

    @Entity("roles")
    public record Role(
            @Id int id,
            String title,
            @Pivot @Nullable Link pivot,

            @BelongsToMany(pivot = Link.class, foreignPivotKey = "roleId", relatedPivotKey = "userId")
            ToMany<User> users)
            implements Peer.Role {
        @Override
        public int level() {
            return Objects.requireNonNull(pivot).level();
        }
    }

    @Entity("links")
    public record Link(@Id int roleId, @Id int userId, int level) {}
}
