package blog;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.MorphTo;
import dev.ananas.orm.view.ToOne;

/** A comment on a post or a video. */
@Entity("comments")
public record Comment(
        @Id Long id,
        String body,
        Long onId,
        String onType,
        @MorphTo(morphId = "onId", morphType = "onType") ToOne<Commentable> on) {}
