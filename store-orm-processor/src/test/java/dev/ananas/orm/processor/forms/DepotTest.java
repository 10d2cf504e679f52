package dev.ananas.orm.processor.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.processor.forms.Depot.Box;
import dev.ananas.orm.processor.forms.Depot.Cents;
import dev.ananas.orm.processor.forms.Depot.Item;
import dev.ananas.orm.processor.forms.Depot.Mood;
import dev.ananas.store.Store;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What options of annotations do. */
class DepotTest {
    private final Store store = Store.create();
    private final Database db = Database.on(store, Box_.ENTITY, Item_.ENTITY, Mood_.ENTITY, Sticker_.ENTITY);
    private final Repository<Box> boxes = db.repository(Box_.ENTITY);

    @BeforeEach
    void forget() {
        Depot.HEARD.clear();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Box save(String json) {
        boxes.saveJson(json);
        List<Box> all = boxes.all();
        return all.get(all.size() - 1);
    }

    @Test
    void idsAreMadeAsTheirOptionsSay() {
        Box first = save("{\"place\": \"a\"}");
        Box second = save("{\"place\": \"b\"}");
        assertThat(first.id()).matches("[ab]{40}");
        assertThat(first.ticket()).isNotNull().isNotEqualTo(second.ticket());
        assertThat(List.of(first.serial(), second.serial())).containsExactly("serial-1", "serial-2");
    }

    @Test
    void aCastOfOnesOwnMakesValuesOfTheComponent() {
        assertThat(save("{\"price\": 1.25}").price()).isEqualTo(new Cents(125));
    }

    @Test
    void whatIsReadCanDifferFromWhatIsStored() {
        save("{\"label\": \"loud\"}");
        assertThat(boxes.all()).extracting(Box::label).containsExactly("LOUD");
        assertThat(boxes.stored()).extracting(Box::label).containsExactly("loud");
        assertThat(boxes.query().where(Box_.label.eq("LOUD")).get()).hasSize(1);
    }

    @Test
    void hooksPatchAndHearEachEventTheyName() {
        Box box = save("{\"place\": \"a\"}");
        assertThat(box.label()).isEqualTo("NONE");
        boxes.update(box.id(), Box_.weight.to(1.5));
        assertThat(Depot.HEARD).containsSubsequence("SAVED", "RETRIEVED", "UPDATED");
    }

    @Test
    void aUniqueIndexMayHaveSeveralAttributes() {
        save("{\"place\": \"a\", \"shelf\": 1}");
        save("{\"place\": \"a\", \"shelf\": 2}");
        assertThatThrownBy(() -> boxes.saveJson("{\"place\": \"a\", \"shelf\": 1}"))
                .rootCause()
                .hasMessageContainingAll("place", "shelf");
    }

    @Test
    void relationsJoinTheKeysThatAreNamed() {
        Box box = save("{\"code\": \"c\", \"items\": [{\"id\": 1}]}");
        Repository<Item> items = db.repository(Item_.ENTITY);
        assertThat(items.all()).extracting(Item::boxCode).containsExactly("c");
        assertThat(items.query().with(Item_.box).get().get(0).box().get().id()).isEqualTo(box.id());
        assertThatThrownBy(() -> boxes.delete(box.id())).hasMessageContaining("items");
        items.delete(1L);
        assertThat(boxes.delete(box.id())).isPresent();
    }

    @Test
    void pivotsMayReferToSeveralAttributesThatAreNoKey() {
        Box box =
                save("{\"place\": \"a\", \"shelf\": 3, \"moods\": [{\"id\": 1, \"name\": \"blue\", \"note\": \"n\"}]}");
        assertThat(db.repository(Sticker_.ENTITY).all()).containsExactly(Sticker_.of("a", 3, "blue"));
        assertThat(boxes.query().with(Box_.moods).first().orElseThrow().moods())
                .extracting(Mood::id)
                .containsExactly(1L);
        boxes.delete(box.id());
        assertThat(db.repository(Sticker_.ENTITY).all()).isEmpty();
        assertThat(db.repository(Mood_.ENTITY).all()).hasSize(1);
    }

    @Test
    void whereSomeAttributesAreVisibleOthersAreNot() {
        Repository<Mood> moods = db.repository(Mood_.ENTITY);
        moods.saveJson("{\"id\": 1, \"name\": \"blue\", \"note\": \"n\"}");
        assertThat(moods.query().get()).containsExactly(new Mood(1L, "blue", null));
        assertThat(moods.query().makeVisible("note").get()).containsExactly(Mood_.of(1L, "blue", "n"));
    }
}
