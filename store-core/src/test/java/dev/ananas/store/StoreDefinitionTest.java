package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Fail;
import dev.ananas.store.TestSlices.Names;
import dev.ananas.store.TestSlices.Nobody;
import dev.ananas.store.TestSlices.Take;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreDefinitionTest {

    @Test
    void aDefinitionTellsWhichActionsItHasReducersFor() {
        assertThat(COUNTER.actions()).containsExactly(Add.class, Fail.class, Take.class);
        assertThat(COUNTER.reducerOf(Nobody.class)).isEmpty();
    }

    @Test
    void aReducerRunsWithoutAStore() {
        Next<Counter, ?> next = COUNTER.reducerOf(Take.class).orElseThrow().update(new Counter(3), new Take(2));
        assertThat(next.state()).isEqualTo(new Counter(1));
        assertThat(next.answer()).isEqualTo(2);
    }

    @Test
    void onlyReducersOfCommandsAnswer() {
        assertThat(COUNTER.answers(Take.class)).isTrue();
        assertThat(COUNTER.answers(Add.class)).isFalse();
        assertThat(COUNTER.answers(Nobody.class)).isFalse();
    }

    @Test
    void theRowChangesBetweenTwoStatesAreToldAsTheTrackerTellsThem() {
        ChangeSet.Builder changes = ChangeSet.builder();
        NAMES.tracker().changes(new Names(Map.of()), new Names(Map.of(1, "Ada")), changes);
        assertThat(changes.build().of("names")).containsExactly(new RowChange.Inserted("names", 1, "Ada"));
    }

    @Test
    void aDefinitionWithoutATrackerTellsNoRowChanges() {
        ChangeSet.Builder changes = ChangeSet.builder();
        COUNTER.tracker().changes(new Counter(1), new Counter(2), changes);
        assertThat(changes.build().isEmpty()).isTrue();
    }

    @Test
    void aSelectorFromElsewhereIsRefused() {
        Selector<Integer> foreign = new Selector<>() {
            @Override
            public Selector<Integer> named(String name) {
                return this;
            }

            @Override
            public String name() {
                return "foreign";
            }

            @Override
            public Set<StoreDefinition<?>> slices() {
                return Set.of(COUNTER);
            }
        };
        try (Store store = Store.create()) {
            store.use(COUNTER);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.read(foreign))
                    .withMessageContaining("is not a selector of this library; make it with getter(...)");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.read(foreign.map(count -> count + 1)))
                    .withMessageContaining("is not a selector of this library");
        }
    }
}
