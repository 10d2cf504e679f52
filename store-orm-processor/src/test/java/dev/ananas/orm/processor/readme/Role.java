package dev.ananas.orm.processor.readme;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Pivot;
import dev.ananas.orm.view.ToMany;

/** The second record of the README; {@code pivot} is filled in when a role is reached through a user. */
@Entity("roles")
public record Role(
        @Id Long id,
        String title,
        @Pivot RoleUser pivot,

        @BelongsToMany(pivot = RoleUser.class, foreignPivotKey = "roleId", relatedPivotKey = "userId")
        ToMany<User> users) {}
