package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import org.junit.jupiter.api.Test;

class StateTreeTest {

    private static final StateTree ONE = StateTree.empty().with(COUNTER, new Counter(1));

    @Test
    void aTreeIsMadeWithoutAStore() {
        StateTree both = ONE.with(NAMES, NAMES.initialState());
        assertThat(both.definitions()).containsExactly(COUNTER, NAMES);
        assertThat(both.slices()).containsExactly("counter", "names");
        assertThat(both.get(COUNTER)).isEqualTo(new Counter(1));
        assertThat(ONE.contains(NAMES)).isFalse();
        assertThat(StateTree.empty().slices()).isEmpty();
    }

    @Test
    void theSameStateGivesTheSameTree() {
        assertThat(ONE.with(COUNTER, ONE.get(COUNTER))).isSameAs(ONE);
        assertThat(ONE.with(COUNTER, new Counter(2)).changedSince(ONE)).containsExactly("counter");
        assertThat(ONE.get(COUNTER)).isEqualTo(new Counter(1));
    }

    @Test
    void aStateIsNeverNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> ONE.with(COUNTER, null))
                .withMessage("state");
    }

    @Test
    void slicesThatATreeLacksAreTakenFromAnother() {
        StateTree other = ONE.with(COUNTER, new Counter(5)).with(NAMES, NAMES.initialState());
        StateTree more = ONE.withMissingFrom(other);
        assertThat(more.get(COUNTER)).isEqualTo(new Counter(1));
        assertThat(more.get(NAMES)).isSameAs(other.get(NAMES));
        assertThat(other.withMissingFrom(ONE)).isSameAs(other);
    }

    @Test
    void theTreeOfAStoreIsNotChangedFromOutside() {
        try (Store store = Store.create()) {
            store.use(COUNTER).dispatch(new Add(3));
            store.state().with(COUNTER, new Counter(9));
            assertThat(store.read(COUNT)).isEqualTo(3);
        }
    }
}
