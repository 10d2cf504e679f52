package dev.ananas.orm.load;

import dev.ananas.orm.query.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A request for records of one entity, made by {@link EntityLoader#load}. Immutable; a change gives another load.
 *
 * @param <M> the model
 */
public final class Load<M> {
    private final EntityLoader loader;
    private final String entity;
    private final @Nullable Object key;
    private final @Nullable Entry unnamed;
    private final List<String> tags;
    private final LoadOptions own;
    private final Supplier<? extends Publisher<?>> source;

    Load(
            EntityLoader loader,
            String entity,
            @Nullable Object key,
            @Nullable Entry unnamed,
            List<String> tags,
            LoadOptions own,
            Supplier<? extends Publisher<?>> source) {
        this.loader = loader;
        this.entity = entity;
        this.key = key;
        this.unnamed = unnamed;
        this.tags = tags;
        this.own = own;
        this.source = source;
    }

    /**
     * Names what is loaded. Loads with equal keys are the same: one request at a time, one age, one state. A load that is given no key
     * is known to nobody else, and is not found by its tags.
     *
     * @param name with {@code equals} and {@code hashCode}, such as {@code List.of("user", 7)}
     */
    public Load<M> key(Object name) {
        return new Load<>(loader, entity, Objects.requireNonNull(name, "name"), null, tags, own, source);
    }

    /** Adds tags, by which several loads can be invalidated at once. */
    public Load<M> tags(String... more) {
        List<String> all = new ArrayList<>(tags);
        all.addAll(List.of(more));
        return new Load<>(loader, entity, key, unnamed, List.copyOf(all), own, source);
    }

    /**
     * Sets options of this request, which win over those of its entity and of the loader.
     *
     * @param more takes what was set so far
     */
    public Load<M> options(UnaryOperator<LoadOptions> more) {
        return new Load<>(loader, entity, key, unnamed, tags, more.apply(own), source);
    }

    /**
     * Makes the request, whatever the policy and the age of what is there. Who subscribes while a request of the same key is on its way
     * joins it; it is cancelled when the last subscriber leaves. Retry, timeout and threads are up to the source.
     * Not for use inside a transaction, which would hold the store while it waits.
     *
     * @return emits the response when its records are stored; fails with the error of the source, or with that of the store if it
     *     refuses the records
     */
    @SuppressWarnings("unchecked") // a key belongs to one entity
    public Mono<Response<M>> fetch() {
        return Mono.defer(() -> {
            Mono<?> flight = entry().flight(this::request);
            return (Mono<Response<M>>) flight;
        });
    }

    /**
     * This load together with what a query has of its records.
     *
     * @param answer an answer of the same database
     */
    public <T> LiveLoad<T> into(Answer<T> answer) {
        return new LiveLoad<>(this, answer);
    }

    private Mono<Response<?>> request() {
        return Mono.<Object>defer(() -> {
                    Publisher<?> answer = source.get();
                    return answer instanceof Mono<?> one
                            ? one
                            : Flux.from(answer).collectList();
                })
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(data -> arrived(data.orElse(null)));
    }

    private Response<?> arrived(@Nullable Object data) {
        return loader.<M>response(entity, entry(), options(), data).arrived();
    }

    LoadOptions options() {
        return loader.options(entity).with(own);
    }

    Entry entry() {
        return unnamed == null ? loader.entry(Objects.requireNonNull(key), entity, tags) : unnamed;
    }

    boolean isFresh() {
        return entry().isFresh(loader.clock().instant(), options().maxAge());
    }

    EntityLoader loader() {
        return loader;
    }

    @Override
    public String toString() {
        return "Load[" + entity + (key == null ? "]" : ", " + key + "]");
    }
}
