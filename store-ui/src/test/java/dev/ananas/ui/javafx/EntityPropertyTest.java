package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.Transition;
import dev.ananas.ui.ManualThread;
import dev.ananas.ui.People;
import dev.ananas.ui.UiScope;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntityPropertyTest {
    private final ManualThread ui = new ManualThread();
    private final List<Throwable> errors = new ArrayList<>();
    private final UiScope scope = UiScope.of("form", ui, errors::add);
    private final People people = People.of(3);
    private final EntityProperty<String> name =
            FxScope.on(scope).attribute(people.people, 2, People.NAME, row -> (String) row.get("name"));
    private final List<String> values = new ArrayList<>();

    @AfterEach
    void close() {
        scope.close();
        people.close();
    }

    private void awaitFirst() {
        ui.awaitUntil(() -> "P2".equals(name.get()));
        name.addListener((property, before, now) -> values.add(now));
    }

    private void awaitWritten() {
        ui.awaitUntil(() -> !name.isWriting());
    }

    private String stored() {
        return people.people.find(2).map(row -> (String) row.get("name")).orElse(null);
    }

    @Test
    void itShowsWhatIsStored() {
        assertThat(name.get()).isNull();
        awaitFirst();
        people.name(2, "Ada");
        ui.awaitUntil(() -> "Ada".equals(name.get()));
        assertThat(name.getName()).isEqualTo("name");
        assertThat(name.getBean()).isEqualTo(2);
    }

    @Test
    void settingItStoresTheValueAndNothingComesBack() {
        awaitFirst();
        name.set("Ada");
        awaitWritten();
        assertThat(stored()).isEqualTo("Ada");
        people.name(1, "somebody else");
        people.name(2, "Bob");
        ui.awaitUntil(() -> "Bob".equals(name.get()));
        assertThat(values).containsExactly("Ada", "Bob");
    }

    @Test
    void anEqualValueWritesNothing() {
        awaitFirst();
        List<Transition> transitions = new ArrayList<>();
        people.store.transitions().subscribe(transitions::add);
        name.set(new String("P2"));
        assertThat(name.isWriting()).isFalse();
        assertThat(transitions).isEmpty();
    }

    @Test
    void typingFastLosesNoLetter() {
        awaitFirst();
        String text = "";
        for (char letter = 'a'; letter <= 'z'; letter++) {
            text += letter;
            name.set(text);
            assertThat(name.get()).isEqualTo(text);
            ui.frame();
            assertThat(name.get()).isEqualTo(text);
        }
        awaitWritten();
        assertThat(name.get()).isEqualTo(text);
        assertThat(stored()).isEqualTo(text);
        assertThat(values).hasSize(26);
    }

    @Test
    void aWriteOfSomebodyElseThatCameLaterWins() {
        awaitFirst();
        name.set("mine");
        while (!"mine".equals(stored())) {
            LockSupport.parkNanos(100_000);
        }
        people.name(2, "theirs");
        ui.awaitUntil(() -> !name.isWriting() && "theirs".equals(name.get()));
        assertThat(values).last().isEqualTo("theirs");
        assertThat(stored()).isEqualTo("theirs");
    }

    @Test
    void aWriteThatFailsIsToldAndTheValueIsRestored() {
        awaitFirst();
        people.people.delete(2);
        ui.awaitUntil(() -> name.get() == null);
        name.set("Ada");
        awaitWritten();
        ui.awaitUntil(() -> !errors.isEmpty());
        assertThat(name.get()).isNull();
        assertThat(name.failureProperty().get())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("people.name")
                .hasMessageContaining("no record of key 2");
        assertThat(errors).containsExactly(name.failureProperty().get());
    }

    @Test
    void theNextWriteThatSucceedsForgetsTheFailure() {
        awaitFirst();
        EntityProperty<Integer> rank = FxScope.on(scope)
                .attribute(people.people, 2, People.RANK, row -> ((Number) row.get("rank")).intValue());
        ui.awaitUntil(() -> rank.get() != null);
        AtomicBoolean refuses = new AtomicBoolean(true);
        people.refuse = refuses::get;
        rank.set(7);
        ui.awaitUntil(() -> !rank.isWriting());
        assertThat(rank.failureProperty().get())
                .hasMessageContaining("a hook refused it for the record of key 2, which keeps 20");
        assertThat(rank.get()).isEqualTo(20);
        refuses.set(false);
        rank.set(8);
        ui.awaitUntil(() -> !rank.isWriting());
        assertThat(rank.failureProperty().get()).isNull();
        assertThat(rank.get()).isEqualTo(8);
    }

    @Test
    void aTextFieldIsBoundBothWays() {
        SimpleStringProperty text = new SimpleStringProperty();
        text.bindBidirectional(name);
        awaitFirst();
        assertThat(text.get()).isEqualTo("P2");
        text.set("Ada");
        awaitWritten();
        assertThat(stored()).isEqualTo("Ada");
    }

    @Test
    void whatWasSetBeforeTheScopeClosedIsWritten() throws InterruptedException {
        awaitFirst();
        CountDownLatch written = new CountDownLatch(1);
        people.store.transitions().subscribe(transition -> written.countDown());
        name.set("last word");
        scope.close();
        written.await();
        assertThat(stored()).isEqualTo("last word");
        assertThatThrownBy(() -> name.set("too late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("form");
        assertThat(name.get()).isEqualTo("last word");
    }

    @Test
    void itEndsWithItsScope() {
        awaitFirst();
        scope.close();
        people.name(2, "Ada");
        ui.frame();
        assertThat(name.get()).isEqualTo("P2");
        people.awaitNothingLive();
    }
}
