package dev.ananas.orm.query;

import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.ValueType;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    @Override
    Query<M> saying(Selection more) {
        return new BoundQuery<>(entity, more, asker);
    }

    @Override
    public Question<List<M>> question() {
        return about(List.of(selection), lists -> models(lists.get(0)));
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
    public OptionalAnswer<M> first() {
        Integer limit = selection.window().limit();
        Selection one = selection.window(selection.window().offset(), limit == null ? 1 : Math.min(limit, 1));
        return new Asked.Maybe<>(about(List.of(one), BoundQuery::firstModel), asker);
    }

    @Override
    public OptionalAnswer<M> find(Object key) {
        Selection one = selection.withKey(Objects.requireNonNull(key, "key"));
        return new Asked.Maybe<>(about(List.of(one), BoundQuery::firstModel), asker);
    }

    @Override
    public Answer<List<M>> find(Collection<?> keys) {
        List<Selection> each = new ArrayList<>();
        Set<@Nullable Object> seen = new HashSet<>();
        for (Object key : keys) {
            if (seen.add(stored(Objects.requireNonNull(key, "key")))) {
                each.add(selection.withKey(key));
            }
        }
        return new Asked<>(about(each, BoundQuery::concatenated), asker);
    }

    @Override
    public Answer<Long> count() {
        return new Asked<>(
                about(List.of(selection.bare()), lists -> (long) lists.get(0).size()), asker);
    }

    @Override
    public Answer<Boolean> exists() {
        Question<Boolean> question =
                about(List.of(selection.bare()), lists -> !lists.get(0).isEmpty());
        return new Asked<>(question, asker);
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

    private <T> Question<T> about(List<Selection> selections, Function<List<List<?>>, T> combine) {
        List<Question.Part> parts = new ArrayList<>(selections.size());
        for (Selection one : selections) {
            parts.add(new Question.Part(entity, one));
        }
        return new Question<>(List.copyOf(parts), combine);
    }

    private static <M> Optional<M> firstModel(List<List<?>> lists) {
        List<M> models = models(lists.get(0));
        return models.isEmpty() ? Optional.empty() : Optional.of(models.get(0));
    }

    private static <M> List<M> concatenated(List<List<?>> lists) {
        List<M> all = new ArrayList<>(lists.size());
        for (List<?> list : lists) {
            all.addAll(models(list));
        }
        return ToMany.ofImmutable(all);
    }

    @SuppressWarnings("unchecked")
    private static <M> List<M> models(List<?> list) {
        return (List<M>) list;
    }

    @Override
    Object[] identity() {
        return new Object[] {entity, selection, asker};
    }

    @Override
    public String toString() {
        return "Query(" + entity + ", " + selection + ")";
    }
}
