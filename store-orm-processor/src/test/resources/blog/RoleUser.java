package blog;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;

/** The link of a role and a user. */
@Entity("roleUser")
public record RoleUser(@Id Long roleId, @Id Long userId, int level) {}
