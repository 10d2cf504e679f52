package blog;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Pivot;
import dev.ananas.orm.view.ToMany;

/** A role; {@code pivot} is filled in when it is reached through a user. */
@Entity("roles")
public record Role(
        @Id Long id,
        String title,
        @Pivot RoleUser pivot,
        @BelongsToMany(pivot = RoleUser.class, foreignPivotKey = "roleId", relatedPivotKey = "userId") ToMany<User> users) {}
