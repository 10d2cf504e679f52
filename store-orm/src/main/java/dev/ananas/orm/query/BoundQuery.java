package dev.ananas.orm.query;

import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.ValueType;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A selection together with whom to ask. */
final class BoundQuery<M> extends ClauseBuilder<M, Query<M>> implements Query<M> {
    private final String entity;
    private final Asker asker;

    BoundQuery(String entity, Selection selection, Asker asker) {
        super(selection);
        this.entity = entity;
        this.asker = asker;
    }

    String entity() {
        return entity;
    }

    Asker asker() {
        return asker;
    }

    @Override
    Query<M> saying(Selection more) {
        return new BoundQuery<>(entity, more, asker);
    }

    @Override
    public Question<List<M>> question() {
        return about(List.of(selection), (found, before) -> models(found.get(0)));
    }

    @Override
    public List<M> get() {
        return asker.now(question());
    }

    @Override
    public Flux<List<M>> flux() {
        return versions().map(Versioned::value);
    }

    @Override
    public Flux<Versioned<List<M>>> versions() {
        return asker.live(question());
    }

    @Override
    public Selector<List<M>> selector() {
        return asker.selector(question());
    }

    @Override
    public Flux<ListChange<M>> changes() {
        return Asked.OfModels.changes(entity, question(), asker);
    }

    @Override
    public LiveWindow<M> window(int offset, int limit) {
        if (!selection.window().isWhole()) {
            throw new IllegalStateException(
                    "Query.window: the query has an offset or a limit already, which a window would move;"
                            + " leave them out of " + this);
        }
        return new BoundWindow<>(entity, selection, asker, Selection.Window.of(offset, limit));
    }

    @Override
    public ChangingQuery<M> changing() {
        return new BoundChangingQuery<>(this);
    }

    @Override
    public OptionalAnswer<M> first() {
        return maybe(selection.window(selection.window().atMost(1)), BoundQuery::firstModel);
    }

    @Override
    public OptionalAnswer<M> find(Object key) {
        return maybe(selection.withKeys(List.of(key)), BoundQuery::firstModel);
    }

    @Override
    public ListAnswer<M> find(Collection<?> keys) {
        Map<@Nullable Object, Object> different = new LinkedHashMap<>();
        keys.forEach(key -> different.putIfAbsent(stored(Objects.requireNonNull(key, "key")), key));
        if (!selection.order().isEmpty()) {
            return new BoundQuery<>(entity, selection.withKeys(different.values()), asker);
        }
        Selection.Window window = selection.window();
        List<Selection> each = new ArrayList<>();
        different
                .values()
                .forEach(key -> each.add(selection.withKeys(List.of(key)).window(0, null)));
        return new Asked.OfModels<>(entity, about(each, (found, before) -> concatenated(found, window, before)), asker);
    }

    @Override
    public Answer<Long> count() {
        return counted(Aggregates.count(selection.window()));
    }

    @Override
    public Answer<Boolean> exists() {
        return counted(Aggregates.exists(selection.window()));
    }

    @Override
    public <N extends Number & Comparable<? super N>> Answer<N> sum(NumberAttribute<? super M, N> attribute) {
        return asked(
                selection.unordered().showing(attribute.name()), Aggregates.sum(reader(attribute), attribute::sum));
    }

    @Override
    public Answer<Number> sum(String attribute) {
        return asked(selection.unordered().showing(attribute), Aggregates.sum(reader(attribute), BoundQuery::dynamic));
    }

    @Override
    public <T extends Comparable<? super T>> OptionalAnswer<T> min(ComparableAttribute<? super M, T> attribute) {
        return end(attribute.name(), attribute.nullsLast(), reader(attribute), Comparator.<T>naturalOrder());
    }

    @Override
    public OptionalAnswer<Number> min(String attribute) {
        return end(attribute, numbers(attribute), numberReader(attribute), Numbers::compare);
    }

    @Override
    public <T extends Comparable<? super T>> OptionalAnswer<T> max(ComparableAttribute<? super M, T> attribute) {
        return end(attribute.name(), attribute.desc().nullsLast(), reader(attribute), Comparator.<T>reverseOrder());
    }

    @Override
    public OptionalAnswer<Number> max(String attribute) {
        Order<?> descending = numbers(attribute).reversed().nullsLast();
        return end(attribute, descending, numberReader(attribute), (a, b) -> Numbers.compare(b, a));
    }

    /** The value at the front of an order: of the first model in it, or searched among the models of a window. */
    private <T> OptionalAnswer<T> end(
            String attribute,
            Order<?> order,
            Function<Object, ? extends @Nullable Object> reader,
            Comparator<? super T> comparator) {
        if (!selection.window().isWhole()) {
            return maybe(selection.unordered().showing(attribute), Aggregates.least(reader, comparator));
        }
        Selection ordered = selection.bare().showing(attribute).orderBy(new Selection.OrderTerm(false, order));
        Question<Optional<T>> front = about(List.of(ordered.window(0, 1)), Aggregates.first(reader));
        return new Asked.Maybe<>(front, asker, toString());
    }

    /** The numbers of an attribute by name; other values count as null. */
    private static Order<?> numbers(String attribute) {
        return new Order.Term<>(new Order.Key.OfNumber(attribute), null, false, false);
    }

    private Function<Object, @Nullable Number> numberReader(String attribute) {
        Function<Object, @Nullable Object> reader = reader(attribute);
        return model -> reader.apply(model) instanceof Number number ? number : null;
    }

    @Override
    public <N extends Number & Comparable<? super N>> OptionalAnswer<Double> avg(
            NumberAttribute<? super M, N> attribute) {
        return maybe(selection.unordered().showing(attribute.name()), Aggregates.average(reader(attribute)));
    }

    @Override
    public OptionalAnswer<Double> avg(String attribute) {
        return maybe(selection.unordered().showing(attribute), Aggregates.average(reader(attribute)));
    }

    @Override
    public <T> Answer<List<T>> pluck(Attribute<? super M, T> attribute) {
        return asked(selection.plain().showing(attribute.name()), new Plucking<>(reader(attribute)));
    }

    @Override
    public Answer<List<@Nullable Object>> pluck(String attribute) {
        return asked(selection.plain().showing(attribute), new Plucking<>(reader(attribute)));
    }

    @Override
    public Answer<List<Object>> keys() {
        return asked(selection.plain(), new Plucking<>(asker.keyReader(entity)));
    }

    @Override
    public <K> Answer<Map<K, List<M>>> groupBy(Attribute<? super M, K> attribute) {
        return asked(selection, new Grouping<>(reader(attribute)));
    }

    @Override
    public Answer<Map<@Nullable Object, List<M>>> groupBy(String attribute) {
        return asked(selection, new Grouping<>(reader(attribute)));
    }

    @Override
    public Answer<Map<List<@Nullable Object>, List<M>>> groupBy(String first, String second, String... more) {
        List<Function<Object, @Nullable Object>> readers = new ArrayList<>();
        readers.add(reader(first));
        readers.add(reader(second));
        for (String attribute : more) {
            readers.add(reader(attribute));
        }
        return asked(selection, Grouping.byAll(readers));
    }

    private Function<Object, @Nullable Object> reader(Attribute<?, ?> attribute) {
        return asker.reader(entity, attribute.entity(), attribute.name());
    }

    private Function<Object, @Nullable Object> reader(String attribute) {
        return asker.reader(entity, null, attribute);
    }

    /** A number in the one form of numbers without a class. */
    private static Number dynamic(Number number) {
        return (Number) Objects.requireNonNull(ValueType.any().canonical(number));
    }

    /** A key in the form in which equal ones are equal: 1 and 1.0 are the same key of an entity without a class. */
    private static @Nullable Object stored(Object key) {
        if (!(key instanceof Key composite)) {
            return ValueType.any().canonical(key);
        }
        List<@Nullable Object> parts = new ArrayList<>(composite.size());
        for (int i = 0; i < composite.size(); i++) {
            parts.add(ValueType.any().canonical(composite.part(i)));
        }
        return parts;
    }

    private <T> Answer<T> asked(Selection one, Question.Combine<T> combine) {
        return new Asked<>(about(List.of(one), combine), asker);
    }

    private <T> Answer<T> counted(Question.Combine<T> combine) {
        Question.Part all = new Question.Part(entity, selection.counted(), Question.Wanted.NUMBER);
        return new Asked<>(new Question<>(List.of(all), combine), asker);
    }

    private <T> OptionalAnswer<T> maybe(Selection one, Question.Combine<Optional<T>> combine) {
        Question<Optional<T>> question = about(List.of(one), combine);
        return new Asked.Maybe<>(question, asker, question.toString());
    }

    @Override
    public String explain() {
        return asker.explain(question());
    }

    private <T> Question<T> about(List<Selection> selections, Question.Combine<T> combine) {
        List<Question.Part> parts = new ArrayList<>(selections.size());
        for (Selection one : selections) {
            parts.add(new Question.Part(entity, one, Question.Wanted.MODELS));
        }
        return new Question<>(List.copyOf(parts), combine);
    }

    @SuppressWarnings("NullableOptional")
    private static <M> Optional<M> firstModel(List<Found> found, @Nullable Optional<M> before) {
        List<M> models = models(found.get(0));
        M first = models.isEmpty() ? null : models.get(0);
        return before != null && before.orElse(null) == first ? before : Optional.ofNullable(first);
    }

    private static <M> List<M> concatenated(List<Found> found, Selection.Window window, @Nullable List<M> before) {
        List<M> shown = window.of(typed(FoundModel.listOf(found)));
        return before != null && Grouping.sameElements(before, shown) ? before : shown;
    }

    @SuppressWarnings("unchecked")
    private static <M> List<M> typed(List<?> list) {
        return (List<M>) list;
    }

    private static <M> List<M> models(Found found) {
        return typed(found.models());
    }

    @Override
    Object[] identity() {
        return new Object[] {entity, selection, asker};
    }

    @Override
    public String toString() {
        return Wording.of(entity, selection);
    }
}
