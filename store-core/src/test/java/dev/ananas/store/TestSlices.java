package dev.ananas.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Slices, actions and subscribers shared by the tests. */
final class TestSlices {

    record Counter(int count) {}

    record Add(int by) implements Action {}

    record Take(int most) implements Command<Integer> {}

    record Fail(String message) implements Action {}

    record Nobody() implements Action {}

    static final StoreDefinition<Counter> COUNTER = StoreDefinition.named("counter", () -> new Counter(0))
            .on(Add.class, (state, add) -> add.by() == 0 ? state : new Counter(state.count() + add.by()))
            .on(Fail.class, (state, fail) -> {
                throw new IllegalStateException(fail.message());
            })
            .answer(Take.class, (state, take) -> {
                int taken = Math.min(take.most(), state.count());
                return Next.of(new Counter(state.count() - taken), taken);
            })
            .build();

    static final Selector<Integer> COUNT = COUNTER.getter(Counter::count);

    record Names(Map<Integer, String> byId) {}

    record PutName(int id, String name) implements Action {}

    record RemoveName(int id) implements Action {}

    static final StoreDefinition<Names> NAMES = StoreDefinition.named("names", () -> new Names(Collections.emptyMap()))
            .on(PutName.class, (state, put) -> {
                Map<Integer, String> next = new LinkedHashMap<>(state.byId());
                next.put(put.id(), put.name());
                return new Names(next);
            })
            .on(RemoveName.class, (state, remove) -> {
                Map<Integer, String> next = new LinkedHashMap<>(state.byId());
                next.remove(remove.id());
                return new Names(next);
            })
            .tracked(TestSlices::nameChanges)
            .build();

    private TestSlices() {}

    private static void nameChanges(Names before, Names after, ChangeSet.Builder into) {
        after.byId().forEach((id, name) -> {
            String earlier = before.byId().get(id);
            if (earlier == null) {
                into.add(new RowChange.Inserted("names", id, name));
            } else if (!Objects.equals(earlier, name)) {
                into.add(new RowChange.Updated("names", id, earlier, name, RowChange.column(1)));
            }
        });
        before.byId().forEach((id, name) -> {
            if (!after.byId().containsKey(id)) {
                into.add(new RowChange.Deleted("names", id, name));
            }
        });
    }

    /** Records what it receives; asks for nothing by itself. */
    static class Recorder<T> extends BaseSubscriber<T> {

        final List<T> values = Collections.synchronizedList(new ArrayList<>());
        volatile boolean completed;
        volatile Throwable error;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(T value) {
            values.add(value);
        }

        @Override
        protected void hookOnComplete() {
            completed = true;
        }

        @Override
        protected void hookOnError(Throwable throwable) {
            error = throwable;
        }
    }
}
