package dev.ananas.orm.processor.forms;

import dev.ananas.orm.model.BelongsToMany;
import dev.ananas.orm.model.Default;
import dev.ananas.orm.model.DiscriminatorValue;
import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.HasManyThrough;
import dev.ananas.orm.model.HasOne;
import dev.ananas.orm.model.Id;
import dev.ananas.orm.model.MorphMany;
import dev.ananas.orm.model.MorphOne;
import dev.ananas.orm.model.MorphTo;
import dev.ananas.orm.model.MorphToMany;
import dev.ananas.orm.model.MorphedByMany;
import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.Pivot;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import org.jspecify.annotations.Nullable;

/** Inheritance and the polymorphic relations. */
final class Media {
    private Media() {}

    /** Not an entity itself. */
    sealed interface Item permits Film, Song {
        Long id();
    }

    @Entity("films")
    record Film(
            @Id Long id,
            String title,

            @MorphMany(morphId = "itemId", morphType = "itemType", onDelete = OnDelete.SET_NULL)
            ToMany<Review> reviews,

            @MorphToMany(pivot = Tagging.class, relatedId = "tagId", morphId = "itemId", morphType = "itemType")
            ToMany<Tag> tags)
            implements Item {}

    @Entity("songs")
    record Song(
            @Id Long id,
            String title,

            @MorphOne(morphId = "itemId", morphType = "itemType")
            ToOne<Review> review) implements Item {}

    @Entity("reviews")
    record Review(
            @Id Long id,
            String text,
            @Nullable Long itemId,
            @Nullable String itemType,

            @MorphTo(morphId = "itemId", morphType = "itemType")
            ToOne<Item> item) {}

    @Entity("tags")
    record Tag(
            @Id Long id,
            String name,
            @Pivot @Nullable Tagging tagging,

            @MorphedByMany(pivot = Tagging.class, relatedId = "tagId", morphId = "itemId", morphType = "itemType")
            ToMany<Film> films) {}

    @Entity("taggings")
    record Tagging(@Id Long tagId, @Id Long itemId, @Id String itemType, int weight) {}

    @Entity(value = "people", discriminator = "kind", fallback = "kid")
    sealed interface Person permits Adult, Kid {
        @Id
        Long id();

        @Default("nobody")
        String name();

        @Nullable
        Long parentId();
    }

    @DiscriminatorValue("adult")
    record Adult(
            Long id,
            @Default("somebody") String name,
            @Nullable Long parentId,
            String job,
            @HasOne(foreignKey = "ownerId") ToOne<House> house,

            @HasManyThrough(through = House.class, firstKey = "ownerId", secondKey = "houseId")
            ToMany<Room> rooms,

            @BelongsToMany(pivot = Tie.class, foreignPivotKey = "fromId", relatedPivotKey = "toId", as = "tie")
            ToMany<Adult> friends,

            @Pivot @Nullable Tie tie)
            implements Person {}

    @Entity("children")
    @DiscriminatorValue("kid")
    record Kid(Long id, String name, @Nullable Long parentId, int school) implements Person {}

    @Entity("houses")
    record House(@Id Long id, Long ownerId) {}

    @Entity("rooms")
    record Room(@Id Long id, Long houseId) {}

    @Entity("ties")
    record Tie(@Id Long fromId, @Id Long toId, int strength) {}
}
