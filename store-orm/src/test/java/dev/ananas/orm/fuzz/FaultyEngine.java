package dev.ananas.orm.fuzz;

import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The library with one thing wrong, to see that the runner notices. */
final class FaultyEngine extends ForwardingEngine {
    private final Engine engine;
    private final Fault fault;
    private final Map<QueryShape, Object> asked = new HashMap<>();
    private final List<Tap> taps = new ArrayList<>();
    private int emissions;

    /** What is wrong, and what the runner says about it. */
    enum Fault {
        DROPS_EMISSIONS(Mismatch.About.EMISSION),
        EMITS_TWICE(Mismatch.About.EMISSION),
        EMITS_AFTER_EVERY_WRITE(Mismatch.About.EMISSION),
        SPLITS_TRANSACTIONS(Mismatch.About.EMISSION, Mismatch.About.VERSION, Mismatch.About.ROWS),
        EMITS_THE_ANSWER_BEFORE(Mismatch.About.ANSWER),
        REVERSES_LISTS(Mismatch.About.ANSWER),
        LOSES_THE_LAST_MODEL(Mismatch.About.ANSWER),
        ANSWERS_FROM_A_CACHE(Mismatch.About.ANSWER),
        COPIES_UNCHANGED_MODELS(Mismatch.About.REFERENCE),
        PUBLISHES_MUTABLE_LISTS(Mismatch.About.IMMUTABILITY),
        CHANGES_PUBLISHED_LISTS(Mismatch.About.IMMUTABILITY),
        EMITS_THE_VERSION_BEFORE(Mismatch.About.VERSION),
        COMMITS_FAILED_TRANSACTIONS(Mismatch.About.ROWS, Mismatch.About.VERSION, Mismatch.About.EMISSION),
        SWALLOWS_REFUSALS(Mismatch.About.REFUSAL),
        FORGETS_DELETES(Mismatch.About.ROWS),
        FORGETS_LINKS(Mismatch.About.ROWS, Mismatch.About.REFUSAL),
        ANSWERS_WRITES_BACKWARDS(Mismatch.About.WRITE_ANSWER);

        final List<Mismatch.About> noticedAs;

        Fault(Mismatch.About... noticedAs) {
            this.noticedAs = List.of(noticedAs);
        }
    }

    FaultyEngine(Program program, Fault fault) {
        this.engine = new AnanasEngine(program);
        this.fault = fault;
    }

    @Override
    protected Engine engine() {
        return engine;
    }

    @Override
    public Object write(Step.Write write) {
        boolean forgotten = fault == Fault.FORGETS_DELETES && write instanceof Step.DeleteKey
                || fault == Fault.FORGETS_LINKS && write instanceof Step.LinkKeys;
        if (forgotten) {
            return List.of();
        }
        try {
            Object answer = engine.write(write);
            if (fault == Fault.EMITS_AFTER_EVERY_WRITE) {
                taps.forEach(tap -> tap.subscriber.accept(tap.before));
            }
            return fault == Fault.ANSWERS_WRITES_BACKWARDS && answer instanceof List<?> list ? reversed(list) : answer;
        } catch (dev.ananas.store.ActionFailedException e) {
            if (fault == Fault.SWALLOWS_REFUSALS) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public Object ask(QueryShape query) {
        Object answer = engine.ask(query);
        return fault == Fault.ANSWERS_FROM_A_CACHE ? asked.computeIfAbsent(query, any -> answer) : answer;
    }

    @Override
    public Runnable subscribe(QueryShape query, Consumer<Emission> emissions, Consumer<Throwable> errors) {
        Tap tap = new Tap(emissions);
        taps.add(tap);
        Runnable end = engine.subscribe(query, tap, errors);
        return () -> {
            taps.remove(tap);
            end.run();
        };
    }

    /** What a subscriber gets to see. */
    private final class Tap implements Consumer<Emission> {
        private final Consumer<Emission> subscriber;
        private final List<Object> shared = new ArrayList<>();
        private Emission before;

        Tap(Consumer<Emission> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void accept(Emission emission) {
            Emission last = before == null ? emission : before;
            before = emission;
            emissions++;
            switch (fault) {
                case DROPS_EMISSIONS -> {
                    if (emissions % 5 != 0) {
                        subscriber.accept(emission);
                    }
                }
                case EMITS_TWICE -> {
                    subscriber.accept(emission);
                    subscriber.accept(emission);
                }
                case EMITS_THE_ANSWER_BEFORE -> subscriber.accept(new Emission(emission.version(), last.answer()));
                case EMITS_THE_VERSION_BEFORE -> subscriber.accept(new Emission(last.version(), emission.answer()));
                case CHANGES_PUBLISHED_LISTS -> publishShared(emission);
                default -> subscriber.accept(new Emission(emission.version(), changed(emission.answer())));
            }
        }

        private void publishShared(Emission emission) {
            if (!(emission.answer() instanceof List<?> list)) {
                subscriber.accept(emission);
                return;
            }
            shared.clear();
            shared.addAll(list);
            subscriber.accept(new Emission(emission.version(), Collections.unmodifiableList(shared)));
        }
    }

    private Object changed(Object answer) {
        if (!(answer instanceof List<?> list) || list.isEmpty()) {
            return answer;
        }
        return switch (fault) {
            case REVERSES_LISTS -> reversed(list);
            case LOSES_THE_LAST_MODEL -> list.subList(0, list.size() - 1);
            case PUBLISHES_MUTABLE_LISTS -> new ArrayList<>(list);
            case COPIES_UNCHANGED_MODELS ->
                list.stream().map(FaultyEngine::copy).toList();
            default -> answer;
        };
    }

    private static List<?> reversed(List<?> list) {
        List<Object> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return Collections.unmodifiableList(reversed);
    }

    private static Object copy(Object model) {
        Row row = (Row) model;
        Object[] components = new Object[row.type().components().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = row.type().access().get(row, i);
        }
        return row.type().access().create(components);
    }

    @Override
    public void transact(Runnable writes) {
        if (fault == Fault.SPLITS_TRANSACTIONS) {
            writes.run();
        } else if (fault == Fault.COMMITS_FAILED_TRANSACTIONS) {
            RuntimeException[] failure = new RuntimeException[1];
            engine.transact(() -> {
                try {
                    writes.run();
                } catch (RuntimeException e) {
                    failure[0] = e;
                }
            });
            if (failure[0] != null) {
                throw failure[0];
            }
        } else {
            engine.transact(writes);
        }
    }
}
