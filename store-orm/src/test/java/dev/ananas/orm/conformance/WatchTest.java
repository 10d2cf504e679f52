package dev.ananas.orm.conformance;

import static dev.ananas.orm.conformance.People.linked;
import static dev.ananas.orm.conformance.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class WatchTest {
    private final Live live = new Live();

    @Test
    void oneEmissionPerChangeIsRight() {
        Watch watch = watch(List.of());
        watch.settle();
        watch.checkChanged(false);
        live.emit(List.of(person(1, null, null)));
        watch.settle();
        live.emit(List.of(person(2, null, null)));
        watch.settle();
        watch.checkChanged(true);
        assertThat(Json.print(watch.shown())).isEqualTo("[{\"id\":2}]");
        watch.checkChanged(false);
    }

    @Test
    void aValueThatCameBackHasNotChanged() {
        Watch watch = watch(List.of());
        live.emit(List.of(person(1, null, null)));
        watch.settle();
        live.emit(List.of());
        watch.settle();
        watch.checkChanged(false);
    }

    @Test
    void anEmissionWithoutChangeIsWrong() {
        Watch watch = watch(List.of(person(1, null, null)));
        live.emit(List.of(person(1, null, null)));
        assertThatThrownBy(watch::settle).hasMessageContaining("emitted what it had emitted before");
    }

    @Test
    void aPivotThatAnswersDoNotShowMayChange() {
        Watch watch = watch(friendOfFriend(30));
        live.emit(friendOfFriend(31));
        watch.settle();
        watch.checkChanged(false);
    }

    @Test
    void twoEmissionsForOneWriteAreWrong() {
        Watch watch = watch(List.of());
        live.emit(List.of(person(1, null, null)));
        live.emit(List.of(person(2, null, null)));
        assertThatThrownBy(watch::settle).isInstanceOf(Fault.class);
    }

    @Test
    void anotherChangeThanRecordedIsWrong() {
        Watch watch = watch(List.of());
        assertThatThrownBy(() -> watch.checkChanged(true)).isInstanceOf(Fault.class);
        live.emit(List.of(person(1, null, null)));
        watch.settle();
        assertThatThrownBy(() -> watch.checkChanged(false)).isInstanceOf(Fault.class);
    }

    @Test
    void noValueOnSubscriptionIsWrong() {
        assertThatThrownBy(() -> new Watch("w", live)).isInstanceOf(Fault.class);
    }

    @Test
    void anErrorIsWrong() {
        Watch watch = watch(List.of());
        live.sink.tryEmitError(new IllegalStateException("broken")).orThrow();
        assertThatThrownBy(watch::settle).isInstanceOf(Fault.class);
    }

    private Watch watch(List<Row> first) {
        live.emit(first);
        return new Watch("w", live);
    }

    private static List<Row> friendOfFriend(int pivot) {
        return List.of(person(1, null, ToMany.of(linked(2, "pivot", 20, ToMany.of(linked(3, "pivot", pivot, null))))));
    }

    /** An answer that emits what it is told to. */
    private static final class Live implements Answer<List<Row>> {
        private final Sinks.Many<List<Row>> sink = Sinks.many().unicast().onBackpressureBuffer();

        void emit(List<Row> rows) {
            sink.tryEmitNext(rows).orThrow();
        }

        @Override
        public Flux<List<Row>> flux() {
            return sink.asFlux();
        }

        @Override
        public List<Row> get() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<Versioned<List<Row>>> versions() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Selector<List<Row>> selector() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Question<List<Row>> question() {
            throw new UnsupportedOperationException();
        }
    }
}
