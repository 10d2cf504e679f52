package dev.ananas.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.orm.view.ListChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class UiScopeTest {
    private final ManualThread ui = new ManualThread();
    private final List<Throwable> errors = new ArrayList<>();
    private final UiScope scope = UiScope.of("people window", ui, errors::add);
    private final People people = People.of(5);

    @AfterEach
    void close() {
        scope.close();
        people.close();
    }

    @Test
    void valuesArePreparedElsewhereAndShownOnTheUiThread() {
        AtomicReference<Thread> prepared = new AtomicReference<>();
        List<Thread> shown = new ArrayList<>();
        scope.subscribe(
                "numbers",
                Flux.just(1),
                number -> {
                    prepared.set(Thread.currentThread());
                    return "n" + number;
                },
                text -> shown.add(Thread.currentThread()));
        ui.awaitUntil(() -> !shown.isEmpty());
        assertThat(prepared.get()).isNotEqualTo(Thread.currentThread());
        assertThat(shown).containsExactly(Thread.currentThread());
    }

    @Test
    void thereIsOneValueUnderWayAndTheRestIsMergedAtTheSource() {
        List<ListChange<Row>> changes = new ArrayList<>();
        scope.subscribe("people", people.byRank().changes(), changes::add);
        ui.awaitUntil(() -> changes.size() == 1);
        people.name(1, "first");
        ui.awaitPending();
        for (int i = 0; i < 500; i++) {
            people.name(2, "n" + i);
        }
        assertThat(ui.waiting()).isEqualTo(1);
        ui.awaitUntil(() -> changes.size() == 3);
        assertThat(changes).extracting(ListChange::version).isSorted();
        assertThat(changes.get(2).list()).isEqualTo(people.byRank().get());
        assertThat(ui.frame()).isZero();
    }

    @Test
    void aQueryIsExchangedInTheBackgroundAndOnlyTheLastOneIsAnswered() {
        ChangingQuery<Row> shown = people.query().changing();
        List<ListChange<Row>> changes = new ArrayList<>();
        scope.subscribe("people", shown.changes(), changes::add);
        ui.awaitUntil(() -> changes.size() == 1);
        CountDownLatch held = new CountDownLatch(1);
        scope.inBackground(() -> awaitQuietly(held));
        for (int id = 0; id < 5; id++) {
            scope.ask(shown, people.query().where("id", ">", id));
        }
        held.countDown();
        ui.awaitUntil(() -> changes.size() == 2);
        assertThat(People.ids(changes.get(1).list())).map(Object::toString).containsExactly("5");
        people.people.delete(5);
        ui.awaitUntil(() -> changes.size() == 3);
        assertThat(changes.get(2).list()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWrongQueryIsReportedAndTheOneBeforeStays() {
        ChangingQuery<Row> shown = people.query().changing();
        List<ListChange<Row>> changes = new ArrayList<>();
        scope.subscribe("people", shown.changes(), changes::add);
        ui.awaitUntil(() -> changes.size() == 1);
        scope.ask(shown, people.query().where("rnak", 10));
        ui.awaitUntil(() -> !errors.isEmpty());
        assertThat(errors.get(0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("rnak");
        people.people.delete(5);
        ui.awaitUntil(() -> changes.size() == 2);
        assertThat(changes.get(1).list()).hasSize(4);
    }

    @Test
    void aWriterOnTheUiThreadIsAnsweredByALaterFrame() {
        List<ListChange<Row>> changes = new ArrayList<>();
        scope.subscribe("people", people.byRank().changes(), changes::add);
        ui.awaitUntil(() -> changes.size() == 1);
        people.name(1, "now");
        assertThat(changes).hasSize(1);
        ui.awaitUntil(() -> changes.size() == 2);
    }

    @Test
    void nothingArrivesAfterTheScopeClosed() {
        List<Object> shown = new ArrayList<>();
        scope.subscribe("people", people.byRank().changes(), shown::add);
        ui.awaitPending();
        scope.close();
        ui.frame();
        assertThat(shown).isEmpty();
        assertThat(scope.open()).isEmpty();
        people.awaitNothingLive();
    }

    @Test
    void aScopeThatClosesWhileItSubscribesLeavesNothing() {
        for (int i = 0; i < 200; i++) {
            UiScope brief = UiScope.of("brief", ui);
            brief.subscribe("people", people.byRank().changes(), change -> {});
            brief.close();
        }
        people.awaitNothingLive();
    }

    @Test
    void aClosedScopeRefusesSubscriptionsAndSaysHowToGoOn() {
        scope.close();
        assertThatThrownBy(() -> scope.subscribe("people", people.byRank().changes(), change -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("people window")
                .hasMessageContaining("make a new scope");
        assertThatThrownBy(() -> scope.child("dialog")).isInstanceOf(IllegalStateException.class);
        assertThat(people.db.describe().levels()).isEmpty();
    }

    @Test
    void scopesInsideCloseWithItAndCanCloseEarlier() {
        UiScope dialog = scope.child("dialog");
        UiScope other = scope.child("other");
        dialog.subscribe("never", Flux.never(), value -> {});
        other.subscribe("never", Flux.never(), value -> {});
        assertThat(scope.open()).extracting(OpenSubscription::scope).containsExactly("dialog", "other");
        dialog.close();
        assertThat(scope.open()).extracting(OpenSubscription::scope).containsExactly("other");
        scope.close();
        assertThat(other.isClosed()).isTrue();
    }

    @Test
    void oneSubscriptionCanEndAlone() {
        List<ListChange<Row>> shown = new ArrayList<>();
        Disposable subscription = scope.subscribe("people", people.byRank().changes(), shown::add);
        ui.awaitUntil(() -> shown.size() == 1);
        subscription.dispose();
        assertThat(subscription.isDisposed()).isTrue();
        assertThat(scope.open()).isEmpty();
        people.name(1, "later");
        ui.frame();
        assertThat(shown).hasSize(1);
        people.awaitNothingLive();
    }

    @Test
    void anErrorComesBehindTheValuesAndEndsItsSubscription() {
        List<Integer> shown = new ArrayList<>();
        RuntimeException failure = new RuntimeException("broken");
        scope.subscribe("numbers", Flux.just(1).concatWith(Mono.error(failure)), shown::add);
        ui.awaitUntil(() -> !errors.isEmpty());
        assertThat(shown).containsExactly(1);
        assertThat(errors).containsExactly(failure);
        assertThat(scope.open()).isEmpty();
    }

    @Test
    void aReceiverThatThrowsLosesItsSubscriptionAndNoOther() {
        RuntimeException failure = new RuntimeException("cannot show it");
        List<Integer> shown = new ArrayList<>();
        scope.subscribe("bad", Flux.just(1, 2), value -> {
            throw failure;
        });
        scope.subscribe("good", Flux.just(1, 2).concatWith(Mono.never()), shown::add);
        ui.awaitUntil(() -> !errors.isEmpty() && shown.size() == 2);
        assertThat(errors).containsExactly(failure);
        assertThat(scope.open()).extracting(OpenSubscription::what).containsExactly("good");
    }

    @Test
    void whatCompletesIsNoLongerOpen() {
        List<Integer> shown = new ArrayList<>();
        scope.subscribe("numbers", Flux.just(1, 2), shown::add);
        ui.awaitUntil(() -> scope.open().isEmpty());
        assertThat(shown).containsExactly(1, 2);
    }

    @Test
    void resourcesCloseWithTheScopeTheLastOneFirst() {
        List<String> closed = new ArrayList<>();
        scope.own(() -> closed.add("first"));
        scope.own(() -> closed.add("second"));
        scope.onClose(() -> closed.add("never")).dispose();
        scope.close();
        assertThat(closed).containsExactly("second", "first");
        assertThatThrownBy(() -> scope.own(() -> closed.add("late"))).isInstanceOf(IllegalStateException.class);
        assertThat(closed).endsWith("late");
    }

    @Test
    void closingInterruptsNothingThatRuns() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        scope.inBackground(() -> {
            runs.countDown();
            try {
                closed.await();
                done.countDown();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
        scope.close();
        closed.countDown();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
