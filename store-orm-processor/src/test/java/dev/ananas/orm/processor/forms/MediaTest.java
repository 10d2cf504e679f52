package dev.ananas.orm.processor.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.processor.forms.Media.Adult;
import dev.ananas.orm.processor.forms.Media.Film;
import dev.ananas.orm.processor.forms.Media.Kid;
import dev.ananas.orm.processor.forms.Media.Person;
import dev.ananas.orm.processor.forms.Media.Review;
import dev.ananas.orm.processor.forms.Media.Song;
import dev.ananas.orm.processor.forms.Media.Tag;
import dev.ananas.orm.query.Condition;
import dev.ananas.store.Store;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What inheritance and polymorphic relations do. */
class MediaTest {
    private final Store store = Store.create();
    private final Database db = Database.on(
            store,
            Film_.ENTITY,
            Song_.ENTITY,
            Review_.ENTITY,
            Tag_.ENTITY,
            Tagging_.ENTITY,
            Person_.ENTITY,
            Adult_.ENTITY,
            Kid_.ENTITY,
            House_.ENTITY,
            Room_.ENTITY,
            Tie_.ENTITY);
    private final Repository<Film> films = db.repository(Film_.ENTITY);
    private final Repository<Person> people = db.repository(Person_.ENTITY);
    private final Repository<Adult> adults = db.repository(Adult_.ENTITY);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void polymorphicRelationsLeadBothWays() {
        films.saveJson("{\"id\": 1, \"title\": \"f\", \"reviews\": [{\"id\": 1, \"text\": \"good\"}]}");
        db.repository(Song_.ENTITY)
                .saveJson("{\"id\": 1, \"title\": \"s\", \"review\": {\"id\": 2, \"text\": \"loud\"}}");
        Repository<Review> reviews = db.repository(Review_.ENTITY);
        List<Review> read = reviews.query()
                .with(Review_.item, item -> item.on(Film_.ENTITY, film -> film).on(Song_.ENTITY, song -> song))
                .get();
        assertThat(read.get(0).item().get()).isInstanceOf(Film.class);
        assertThat(read.get(1).item().get()).isInstanceOf(Song.class);
        films.delete(1L);
        assertThat(reviews.find(1L)).map(Review::itemId).isEmpty();
    }

    @Test
    void polymorphicLinksCarryTheirPivot() {
        films.saveJson(
                "{\"id\": 1, \"tags\": [{\"id\": 5, \"name\": \"t\", \"tagging\": {\"weight\": 9}, \"pivot\": {\"weight\": 9}}]}");
        Film film = films.query()
                .with(Film_.tags, tags -> tags.wherePivot(Tagging_.weight.gt(1)))
                .first()
                .orElseThrow();
        assertThat(film.tags()).hasSize(1);
        assertThat(film.tags().get(0).tagging()).isEqualTo(Tagging_.of(5L, 1L, "films", 9));
        Tag tag = db.repository(Tag_.ENTITY).query().with(Tag_.films).first().orElseThrow();
        assertThat(tag.films()).extracting(Film::id).containsExactly(1L);
    }

    @Test
    void casesShareTheTableOfTheirBase() {
        people.saveJson("""
                [{"id": 1, "kind": "adult", "job": "baker"}, {"id": 2, "kind": "kid", "school": 3}, {"id": 3}]""");
        assertThat(people.all())
                .containsExactly(
                        Adult_.of(1L, "somebody", null, "baker"),
                        Kid_.of(2L, "nobody", null, 3),
                        Kid_.of(3L, "nobody", null, 0));
        assertThat(adults.query()
                        .where(Person_.name.eq("somebody"))
                        .where(Adult_.job.isNotNull())
                        .get())
                .hasSize(1);
        assertThat(people.query().where(Person_.name.like("no%")).get()).allMatch(Kid.class::isInstance);
    }

    @Test
    void aCaseHasRelationsOfItsOwn() {
        adults.saveJson("""
                {"id": 1, "house": {"id": 4}, "friends": [{"id": 2, "tie": {"strength": 7}}]}""");
        db.repository(Room_.ENTITY).saveJson("[{\"id\": 8, \"houseId\": 4}, {\"id\": 9, \"houseId\": 5}]");
        Adult adult = adults.query()
                .with(Adult_.house)
                .with(Adult_.rooms)
                .with(Adult_.friends, friends -> friends.orderByPivot(Tie_.strength))
                .find(1L)
                .get()
                .orElseThrow();
        assertThat(adult.house().get().id()).isEqualTo(4L);
        assertThat(adult.rooms()).extracting(Media.Room::id).containsExactly(8L);
        assertThat(adult.friends())
                .extracting(friend -> friend.tie().strength())
                .containsExactly(7);
    }

    @Test
    void aQueryOnTheBaseSaysSomethingAboutACase() {
        people.saveJson("""
                [{"id": 1, "kind": "adult", "job": "baker", "house": {"id": 4}}, {"id": 2, "kind": "adult", "job": "smith"},
                 {"id": 3, "kind": "kid", "school": 1}]""");
        assertThat(people.query()
                        .where(Adult_.ENTITY, Adult_.job.ne("baker"))
                        .orWhere(Condition.ofCase(Kid_.ENTITY, Kid_.school.lt(2)))
                        .get())
                .extracting(Person::id)
                .containsExactly(2L, 3L);
        List<Person> all = people.query()
                .with(Adult_.ENTITY, Adult_.house)
                .with(Adult_.ENTITY, Adult_.friends, friends -> friends.orderByPivot(Tie_.strength))
                .get();
        assertThat(((Adult) all.get(0)).house().get().id()).isEqualTo(4L);
        assertThat(((Adult) all.get(1)).friends()).isEmpty();
    }
}
