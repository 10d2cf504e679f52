package dev.ananas.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Emissions, counted. */
class RecorderTest {
    private final Sinks.Many<Integer> source = Sinks.many().unicast().onBackpressureBuffer();

    @Test
    void emissionsSinceTheLastCheckAreCounted() {
        Recorder<Integer> recorder = Recorder.of(source.asFlux());
        recorder.none();
        source.tryEmitNext(1);
        recorder.one(1);
        recorder.none();
        source.tryEmitNext(2);
        source.tryEmitNext(3);
        assertThat(recorder.exactly(2)).containsExactly(2, 3);
        source.tryEmitNext(4);
        recorder.skip().none();
        assertThat(recorder.values()).containsExactly(1, 2, 3, 4);
        assertThat(recorder.last()).isEqualTo(4);
        source.tryEmitComplete();
        recorder.completed();
        assertThat(recorder).hasToString("Recorder[1, 2, 3, 4]; it completed");
    }

    @Test
    void anotherCountIsToldWithTheValues() {
        Recorder<Integer> recorder = Recorder.of(source.asFlux());
        assertThatThrownBy(recorder::one)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected exactly one emission, found 0");
        assertThatThrownBy(recorder::last).isInstanceOf(AssertionError.class);
        source.tryEmitNext(1);
        source.tryEmitNext(2);
        assertThatThrownBy(recorder::none)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected no emission, found 2\n+ 1\n+ 2");
        source.tryEmitNext(3);
        assertThatThrownBy(() -> recorder.one(4))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("- 4\n+ 3");
        assertThatThrownBy(recorder::completed)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("open");
        assertThatThrownBy(() -> recorder.failed(RuntimeException.class)).isInstanceOf(AssertionError.class);
    }

    @Test
    void errorsAreKept() {
        Recorder<Integer> recorder = Recorder.of(Flux.error(new IllegalStateException("x")));
        assertThat(recorder.failed(IllegalStateException.class)).hasMessage("x");
        assertThatThrownBy(() -> recorder.failed(IllegalArgumentException.class))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(recorder::one).hasMessageContaining("it failed with");
    }

    @Test
    void aSlowSubscriberGetsTheLatest() {
        try (TestStore test = TestStore.builder().build()) {
            test.store().use(Score.SLICE);
            Recorder<Score> slow = Recorder.slow(test.store().select(Score.SLICE.state()), 1);
            slow.one(new Score(0));
            for (int i = 0; i < 5; i++) {
                test.store().dispatch(new Score.Add(1));
            }
            slow.none();
            slow.request(10);
            slow.one(new Score(5));
            slow.dispose();
            assertThat(slow.isDisposed()).isTrue();
        }
    }

    @Test
    void liveQueriesAreRecorded() {
        try (TestStore test = TestStore.builder().types(Person.ENTITY).build()) {
            Recorder<List<Person>> people =
                    test.record(test.repository(Person.ENTITY).query().orderBy(Person.NAME));
            people.one(List.of());
            test.repository(Person.ENTITY).save(new Person(1L, "Ada", 1L));
            people.one(List.of(new Person(1L, "Ada", 1L)));
            test.repository(Person.ENTITY).save(new Person(1L, "Ada", 1L));
            people.none();
        }
    }
}
