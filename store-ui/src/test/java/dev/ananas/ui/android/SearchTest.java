package dev.ananas.ui.android;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.ui.ManualThread;
import dev.ananas.ui.People;
import dev.ananas.ui.UiScope;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list whose query is exchanged, as by a search field. Needs no Android: these tests run everywhere. */
class SearchTest {
    private final ManualThread ui = new ManualThread();
    private final UiScope scope = UiScope.of("test", ui, error -> {
        throw new AssertionError(error);
    });
    private final AndroidScope android = AndroidScope.on(scope);
    private final People people = People.of(20);
    private final ChangingQuery<Row> query = people.query().changing();
    private ListUpdates<Row> updates = new ListUpdates<>(RangeCallbacks.whole(() -> {}));
    private final StrictRanges strict = new StrictRanges(() -> updates);

    @AfterEach
    void close() {
        scope.close();
        people.close();
    }

    private void show() {
        updates = android.list(query, strict);
        ui.awaitUntil(() -> strict.applied() == 1);
        strict.calls().clear();
    }

    private void awaitAnswer() {
        List<Row> expected = query.get();
        ui.awaitUntil(() -> updates.list().equals(expected));
    }

    @Test
    void anotherQueryIsToldAsRanges() {
        show();
        android.ask(query, people.query().where("rank", ">", 50).where("rank", "<", 90));
        awaitAnswer();
        assertThat(strict.calls()).containsExactly("removed 8 12", "removed 0 5");
        strict.calls().clear();
        android.ask(query, people.query().where("rank", ">", 40).where("rank", "<", 90));
        awaitAnswer();
        assertThat(strict.calls()).containsExactly("inserted 0 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomQueriesAndWritesGiveTheLiveListAtEveryChange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        show();
        List<String> kinds = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            if (random.nextBoolean()) {
                people.writeAtRandom(random, 20);
            }
            android.ask(query, people.queryAtRandom(random));
            awaitAnswer();
            strict.calls().forEach(call -> kinds.add(call.substring(0, call.indexOf(' '))));
            strict.calls().clear();
        }
        assertThat(kinds).contains("removed", "moved", "inserted", "changed");
    }
}
