package dev.ananas.orm.processor.readme;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;

/** The third record of the README, with a composite primary key. */
@Entity("roleUser")
public record RoleUser(@Id Long roleId, @Id Long userId, int level) {}
