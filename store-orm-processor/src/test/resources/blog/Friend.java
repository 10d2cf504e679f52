package blog;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.Pivot;
import dev.ananas.orm.view.ToMany;

/** A many-to-many relation of an entity to itself, in both directions. */
@Entity("friends")
public record Friend(
        @Id Long id,
        String name,
        @Pivot Tie pivot,
        @Pivot Tie tie,
        @BelongsToMany(pivot = Tie.class, foreignPivotKey = "fromId", relatedPivotKey = "toId") ToMany<Friend> friends,
        @BelongsToMany(pivot = Tie.class, foreignPivotKey = "toId", relatedPivotKey = "fromId", as = "tie")
                ToMany<Friend> admirers) {}
