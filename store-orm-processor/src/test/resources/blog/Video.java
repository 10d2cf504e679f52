package blog;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;

/** A video. */
@Entity("videos")
public record Video(@Id Long id, String title) implements Commentable {}
