package dev.ananas.orm.query;

import dev.ananas.orm.view.ListChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;

/** One of the ways to follow a question, and what it has to show while nobody writes. */
abstract class SoakSubscriber {
    private final String name;
    private final Supplier<?> expected;

    private SoakSubscriber(String name, Supplier<?> expected) {
        this.name = name;
        this.expected = expected;
    }

    /** Follows a random question in a random way. */
    static SoakSubscriber of(Zoo zoo, Random random, SoakEvents events) {
        RandomQuestion.Asking asking = new RandomQuestion(zoo, random).asking();
        if (asking.answer() instanceof Query<?> query && random.nextBoolean()) {
            return random.nextBoolean()
                    ? Following.of(query, asking, events)
                    : Windowed.of(query, asking, random, events);
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Slow(asking, events);
            case 1 -> new Paired(zoo, asking, new RandomQuestion(zoo, random).asking(), events);
            default -> new Latest(asking, events);
        };
    }

    /** Does what a subscriber does in the meantime: scrolls, say. By one thread at a time. */
    void stir() {}

    /** What the subscriber received, as the plain loops show it. */
    abstract Object shown();

    abstract void close();

    final void compare(long seed) {
        Assertions.assertThat(shown()).as("seed %s: %s", seed, name).isEqualTo(expected.get());
    }

    /** Whoever keeps the newest value. */
    private static final class Latest extends SoakSubscriber {
        private final RandomQuestion.Asking asking;
        private volatile Object latest = "nothing";
        private final Disposable subscription;

        Latest(RandomQuestion.Asking asking, SoakEvents events) {
            super(asking.answer().toString(), asking.expected());
            this.asking = asking;
            this.subscription = asking.answer()
                    .flux()
                    .doOnNext(any -> events.emitted())
                    .subscribe(value -> latest = value, events::failed);
        }

        @Override
        Object shown() {
            return asking.shown().apply(latest);
        }

        @Override
        void close() {
            subscription.dispose();
        }
    }

    /** Whoever asks for the next value only now and then. */
    private static final class Slow extends SoakSubscriber {
        private final RandomQuestion.Asking asking;
        private volatile Object latest = "nothing";
        private final BaseSubscriber<Object> subscription;

        Slow(RandomQuestion.Asking asking, SoakEvents events) {
            super("slow: " + asking.answer(), asking.expected());
            this.asking = asking;
            this.subscription = new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(org.reactivestreams.Subscription begun) {
                    begun.request(1);
                }

                @Override
                protected void hookOnNext(Object value) {
                    latest = value;
                    events.emitted();
                }

                @Override
                protected void hookOnError(Throwable error) {
                    events.failed(error);
                }
            };
            asking.answer().flux().map(Object.class::cast).subscribe(subscription);
        }

        @Override
        Object shown() {
            subscription.request(1);
            return asking.shown().apply(latest);
        }

        @Override
        void close() {
            subscription.cancel();
        }
    }

    /** Whoever keeps two answers of one version. */
    private static final class Paired extends SoakSubscriber {
        private final List<RandomQuestion.Asking> askings;
        private volatile List<?> latest = List.of();
        private final Disposable subscription;

        Paired(Zoo zoo, RandomQuestion.Asking one, RandomQuestion.Asking other, SoakEvents events) {
            super(
                    one.answer() + " with " + other.answer(),
                    () -> List.of(one.expected().get(), other.expected().get()));
            this.askings = List.of(one, other);
            this.subscription = zoo.db
                    .live(List.of(one.answer(), other.answer()))
                    .doOnNext(any -> events.emitted())
                    .subscribe(both -> latest = both, events::failed);
        }

        @Override
        Object shown() {
            List<Object> both = new ArrayList<>();
            for (int i = 0; i < latest.size(); i++) {
                both.add(askings.get(i).shown().apply(latest.get(i)));
            }
            return both;
        }

        @Override
        void close() {
            subscription.dispose();
        }
    }

    /** Whoever applies changes to a list of its own. */
    private static final class Following<M> extends SoakSubscriber {
        private final RandomQuestion.Asking asking;
        private final List<M> list = new ArrayList<>();
        private final Disposable subscription;

        static <M> Following<M> of(Query<M> query, RandomQuestion.Asking asking, SoakEvents events) {
            return new Following<>(query, asking, events);
        }

        private Following(Query<M> query, RandomQuestion.Asking asking, SoakEvents events) {
            super("changes of " + query, asking.expected());
            this.asking = asking;
            this.subscription =
                    query.changes().doOnNext(any -> events.emitted()).subscribe(this::apply, events::failed);
        }

        private void apply(ListChange<M> change) {
            synchronized (list) {
                change.applyTo(list);
            }
        }

        @Override
        Object shown() {
            synchronized (list) {
                return asking.shown().apply(new ArrayList<>(list));
            }
        }

        @Override
        void close() {
            subscription.dispose();
        }
    }

    /** Whoever scrolls. */
    private static final class Windowed<M> extends SoakSubscriber {
        private final RandomQuestion.Asking asking;
        private final LiveWindow<M> window;
        private final Random random;
        private final List<M> list = new ArrayList<>();

        static SoakSubscriber of(Query<?> query, RandomQuestion.Asking asking, Random random, SoakEvents events) {
            if (asking.limited()) {
                return new Latest(asking, events);
            }
            return Windowed.open(query, asking, random, events);
        }

        private static <M> Windowed<M> open(
                Query<M> query, RandomQuestion.Asking asking, Random random, SoakEvents events) {
            LiveWindow<M> window = query.window(random.nextInt(3), 1 + random.nextInt(3));
            Windowed<M> opened = new Windowed<>(query, window, asking, random);
            window.changes().doOnNext(any -> events.emitted()).subscribe(opened::apply, events::failed);
            return opened;
        }

        private Windowed(Query<M> query, LiveWindow<M> window, RandomQuestion.Asking asking, Random random) {
            super("window of " + query, () -> part((List<?>) asking.expected().get(), window));
            this.window = window;
            this.asking = asking;
            this.random = new Random(random.nextLong());
        }

        private static List<?> part(List<?> all, LiveWindow<?> window) {
            int from = Math.min(window.offset(), all.size());
            return all.subList(from, Math.min(from + window.limit(), all.size()));
        }

        private void apply(ListChange<M> change) {
            synchronized (list) {
                change.applyTo(list);
            }
        }

        @Override
        void stir() {
            window.show(random.nextInt(4), random.nextInt(4));
        }

        @Override
        Object shown() {
            synchronized (list) {
                return asking.shown().apply(new ArrayList<>(list));
            }
        }

        @Override
        void close() {
            window.close();
        }
    }
}
