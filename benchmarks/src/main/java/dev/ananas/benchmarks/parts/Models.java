package dev.ananas.benchmarks.parts;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Pivot;
import dev.ananas.orm.view.ToMany;
import org.jspecify.annotations.Nullable;

/** Users, roles and their links, annotated. */
final class Models {
    private Models() {}

    @Entity("users")
    record User(
            @Id Long id,
            String name,
            boolean active,

            @BelongsToMany(pivot = RoleUser.class, foreignPivotKey = "userId", relatedPivotKey = "roleId")
            ToMany<Role> roles) {}

    @Entity("roles")
    record Role(
            @Id Long id,
            String title,
            @Pivot @Nullable RoleUser pivot,

            @BelongsToMany(pivot = RoleUser.class, foreignPivotKey = "roleId", relatedPivotKey = "userId")
            ToMany<User> users) {}

    @Entity("roleUser")
    record RoleUser(@Id Long roleId, @Id Long userId, int level) {}
}
