package dev.ananas.store;

import static dev.ananas.store.TestSlices.COUNT;
import static dev.ananas.store.TestSlices.COUNTER;
import static dev.ananas.store.TestSlices.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.TestSlices.Add;
import dev.ananas.store.TestSlices.Counter;
import dev.ananas.store.TestSlices.Recorder;
import dev.ananas.store.spi.StoreKernel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseTest {

    private final Store store = Store.create();
    private final Slice<Counter> counter = store.use(COUNTER);

    @Test
    void closingIsIdempotentAndReadingGoesOn() {
        counter.dispatch(new Add(2));
        store.close();
        store.close();
        assertThat(store.isClosed()).isTrue();
        assertThat(counter.state()).isEqualTo(new Counter(2));
        assertThat(store.read(COUNT)).isEqualTo(2);
        assertThat(store.version()).isEqualTo(1);
    }

    @Test
    void aClosedStoreSaysWhatItRefuses() {
        store.close();
        assertThatThrownBy(() -> counter.dispatch(new Add(1)))
                .isInstanceOf(StoreClosedException.class)
                .hasMessage("Action \"Add\" was refused: the store is closed");
        assertThatThrownBy(() -> counter.patch("fix", state -> state))
                .hasMessage("Action \"fix\" was refused: the store is closed");
        assertThatThrownBy(() -> store.transaction("hire", () -> {}))
                .isInstanceOf(StoreClosedException.class)
                .hasMessage("Transaction \"hire\" was refused: the store is closed");
        assertThatThrownBy(() -> store.use(NAMES))
                .isInstanceOf(StoreClosedException.class)
                .hasMessage("Slice \"names\" was refused: the store is closed");
        Recorder<Integer> late = new Recorder<>();
        store.select(COUNT).subscribe(late);
        assertThat(late.error)
                .isInstanceOf(StoreClosedException.class)
                .hasMessage("A subscription was refused: the store is closed");
        assertThatThrownBy(() -> store.transitions().blockFirst()).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(() -> StoreKernel.of(store).attach(new StoreKernelTest.Recording()))
                .hasMessage("Attaching a settler was refused: the store is closed");
    }

    @Test
    void closingFromInsideASubscriberFollowsWhatWasCommitted() {
        List<String> heard = new ArrayList<>();
        store.select(COUNT)
                .subscribe(
                        count -> {
                            heard.add("A" + count);
                            if (count == 1) {
                                counter.dispatch(new Add(1));
                                store.close();
                                assertThatThrownBy(() -> counter.dispatch(new Add(1)))
                                        .isInstanceOf(StoreClosedException.class);
                            }
                        },
                        error -> heard.add("A failed"),
                        () -> heard.add("A done"));
        store.select(COUNT).subscribe(count -> heard.add("B" + count), error -> {}, () -> heard.add("B done"));
        counter.dispatch(new Add(1));
        assertThat(heard).containsExactly("A0", "B0", "A1", "B1", "A2", "B2", "A done", "B done");
    }

    @Test
    void aWaitingValueComesBeforeTheCompletion() {
        Recorder<Integer> slow = new Recorder<>();
        store.select(COUNT).subscribe(slow);
        counter.dispatch(new Add(3));
        store.close();
        assertThat(slow.completed).isFalse();
        slow.request(1);
        assertThat(slow.values).containsExactly(3);
        assertThat(slow.completed).isTrue();
    }

    @Test
    void aStorePrintsItself() {
        counter.dispatch(new Add(1));
        store.use(NAMES);
        assertThat(store).hasToString("Store[version 1, slices [counter, names]]");
        assertThat(store.state()).hasToString("StateTree{counter=Counter[count=1], names=Names[byId={}]}");
        assertThat(counter).hasToString("Slice[counter]");
        store.close();
        assertThat(store).hasToString("Store[version 1, slices [counter, names], closed]");
    }
}
