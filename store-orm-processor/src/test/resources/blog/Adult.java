package blog;

import dev.ananas.orm.model.DiscriminatorValue;
import dev.ananas.orm.model.HasMany;
import dev.ananas.orm.view.ToMany;

/** A case with a relation of its own. */
@DiscriminatorValue("adult")
public record Adult(Long id, String name, String job, @HasMany(foreignKey = "userId") ToMany<Post> posts)
        implements Person {}
