package blog;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.HasMany;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.view.ToMany;

/** A user. The relation {@code posts} is not in the README; it is here for the negative cases. */
@Entity("users")
public record User(
        @Id Long id,
        String name,
        boolean active,
        @BelongsToMany(pivot = RoleUser.class, foreignPivotKey = "userId", relatedPivotKey = "roleId") ToMany<Role> roles,
        @HasMany(foreignKey = "userId") ToMany<Post> posts) {}
