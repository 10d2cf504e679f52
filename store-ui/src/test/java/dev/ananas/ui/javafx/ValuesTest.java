package dev.ananas.ui.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.store.Action;
import dev.ananas.store.Selector;
import dev.ananas.store.Slice;
import dev.ananas.store.StoreDefinition;
import dev.ananas.ui.ManualThread;
import dev.ananas.ui.People;
import dev.ananas.ui.UiScope;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class ValuesTest {
    private record Add(int by) implements Action {}

    private static final StoreDefinition<Integer> COUNTER = StoreDefinition.named("counter", () -> 0)
            .on(Add.class, (state, add) -> state + add.by())
            .build();
    private static final Selector<String> TEXT = COUNTER.getter(count -> "count " + count);

    private final ManualThread ui = new ManualThread();
    private final UiScope scope = UiScope.of("values", ui);
    private final FxScope fx = FxScope.on(scope);
    private final People people = People.of(3);

    @AfterEach
    void close() {
        scope.close();
        people.close();
    }

    @Test
    void aSelectorHasItsValueAtOnceAndFollowsTheStore() {
        Slice<Integer> counter = people.store.use(COUNTER);
        counter.dispatch(new Add(2));
        ReadOnlyObjectProperty<String> text = fx.value(people.store, TEXT);
        assertThat(text.get()).isEqualTo("count 2");
        counter.dispatch(new Add(3));
        ui.awaitUntil(() -> text.get().equals("count 5"));
    }

    @Test
    void aCountFollowsItsQuery() {
        ReadOnlyObjectProperty<Long> count = fx.value(people.query().count(), 0L);
        assertThat(count.get()).isZero();
        ui.awaitUntil(() -> count.get() == 3);
        people.people.delete(1);
        ui.awaitUntil(() -> count.get() == 2);
    }

    @Test
    void theFirstModelIsNullWhileThereIsNone() {
        ReadOnlyObjectProperty<Row> first = fx.value(people.query().first());
        ui.awaitUntil(() -> first.get() != null);
        assertThat(first.get().get("id").toString()).isEqualTo("1");
        people.people.clear();
        ui.awaitUntil(() -> first.get() == null);
    }

    @Test
    void ofAnyStreamTheLatestValueIsShown() {
        List<Integer> seen = new ArrayList<>();
        ReadOnlyObjectProperty<Integer> last = fx.value(Flux.range(1, 10_000), 0);
        last.addListener((property, before, now) -> seen.add(now));
        ui.awaitUntil(() -> last.get() == 10_000);
        assertThat(seen).isSorted().hasSizeLessThan(10_000);
    }
}
