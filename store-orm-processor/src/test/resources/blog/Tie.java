package blog;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;

/** The link of two friends. */
@Entity("ties")
public record Tie(@Id Long fromId, @Id Long toId, int strength) {}
