package blog;

import dev.ananas.orm.model.BelongsTo;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.MorphMany;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;

/** A post. */
@Entity("posts")
public record Post(
        @Id Long id,
        String title,
        int score,
        Long userId,
        @BelongsTo(foreignKey = "userId") ToOne<User> author,
        @MorphMany(morphId = "onId", morphType = "onType") ToMany<Comment> comments)
        implements Commentable {}
