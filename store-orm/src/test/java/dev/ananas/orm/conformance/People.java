package dev.ananas.orm.conformance;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.NamedPivot;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import org.jspecify.annotations.Nullable;

/** Rows made by hand, for tests of what is done with rows. Null stands for a relation that is not loaded. */
final class People {
    private static final EntityType<Row> LINKS =
            EntityType.dynamic("links").attr("id", (Object) null).build();

    private static final EntityType<Row> PEOPLE = EntityType.dynamic("people")
            .attr("id", (Object) null)
            .belongsTo("boss", "people", "bossId")
            .belongsToMany("friends", "people", "links", "a", "b")
            .belongsToMany("fans", "people", "links", "a", "b")
            .as("fan")
            .build();

    private People() {}

    static Row person(int id, @Nullable ToOne<Row> boss, @Nullable ToMany<Row> friends) {
        return PEOPLE.access().create(components(id, boss, friends, null));
    }

    static Row linked(int id, String as, int pivot, @Nullable ToMany<Row> friends) {
        Row link = LINKS.access().create(new Object[] {pivot, null});
        return PEOPLE.access().create(components(id, null, friends, new NamedPivot(as, link)));
    }

    private static @Nullable Object[] components(
            int id, @Nullable ToOne<Row> boss, @Nullable ToMany<Row> friends, @Nullable NamedPivot pivot) {
        return new @Nullable Object[] {
            id,
            boss == null ? ToOne.notLoaded("people", "boss") : boss,
            friends == null ? ToMany.notLoaded("people", "friends") : friends,
            ToMany.notLoaded("people", "fans"),
            pivot
        };
    }
}
