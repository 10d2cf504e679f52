package dev.ananas.orm.processor.readme;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.view.ToMany;

/** The first record of the README. */
@Entity("users")
public record User(
        @Id Long id,
        String name,
        boolean active,

        @BelongsToMany(pivot = RoleUser.class, foreignPivotKey = "userId", relatedPivotKey = "roleId")
        ToMany<Role> roles) {}
