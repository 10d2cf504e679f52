package dev.ananas.store.internal.action;

import dev.ananas.store.Action;
import dev.ananas.store.ActionCall;
import dev.ananas.store.Effect;
import dev.ananas.store.EffectHandler;
import dev.ananas.store.StoreClosedException;
import dev.ananas.store.StoreException;
import dev.ananas.store.internal.publication.ErrorReporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who handles which effects, and how an effect becomes a run. */
public final class EffectHandlers {

    private final Map<Class<?>, EffectHandler<?>> handlers = new ConcurrentHashMap<>();
    private final ErrorReporter errors;
    private final ActionListeners listeners;
    private final ActionRuns runs;
    private final Consumer<Action> dispatch;

    public EffectHandlers(ErrorReporter errors, ActionListeners listeners, ActionRuns runs, Consumer<Action> dispatch) {
        this.errors = errors;
        this.listeners = listeners;
        this.runs = runs;
        this.dispatch = dispatch;
    }

    public <E extends Effect> Disposable add(Class<E> type, EffectHandler<? super E> handler) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(handler, "handler");
        if (handlers.putIfAbsent(type, handler) != null) {
            throw new StoreException("Effect " + type.getSimpleName()
                    + " has a handler in this store; keep one, or dispose of the first before");
        }
        return new Undoing(() -> handlers.remove(type, handler));
    }

    /**
     * What to run for some effects.
     *
     * @throws StoreException if one has no handler
     */
    public List<Runnable> work(List<Effect> effects) {
        if (effects.isEmpty()) {
            return List.of();
        }
        List<Runnable> work = new ArrayList<>(effects.size());
        for (Effect effect : effects) {
            EffectHandler<Effect> handler = find(effect.getClass());
            if (handler == null) {
                throw new StoreException("nobody handles effect \"" + effect.name() + "\"; register a handler of "
                        + effect.getClass().getSimpleName() + " with StoreBuilder.handle(...) or store.handle(...)");
            }
            work.add(() -> run(effect, handler));
        }
        return work;
    }

    private void run(Effect effect, EffectHandler<Effect> handler) {
        ActionCall call = listeners.call(ActionCall.Kind.RUN, effect.name(), effect, null);
        runs.<Void>begin(call, () -> followed(effect, handler));
    }

    private Mono<Void> followed(Effect effect, EffectHandler<Effect> handler) {
        return Flux.defer(() -> handler.handle(effect))
                .doOnError(error -> report(effect, error))
                .doOnNext(action -> follow(effect, action))
                .then();
    }

    private void follow(Effect effect, Action action) {
        try {
            dispatch.accept(action);
        } catch (StoreClosedException e) {
            // The store is closing and cancels this run.
        } catch (RuntimeException e) {
            report(effect, e);
        }
    }

    private void report(Effect effect, Throwable error) {
        errors.report(StoreException.failed("Effect \"" + effect.name() + "\"", error));
    }

    @SuppressWarnings("unchecked") // the handler of a class takes effects of that class
    private @Nullable EffectHandler<Effect> find(Class<?> effect) {
        for (Class<?> type = effect; type != null; type = type.getSuperclass()) {
            EffectHandler<?> handler = at(type);
            if (handler != null) {
                return (EffectHandler<Effect>) handler;
            }
        }
        return null;
    }

    private @Nullable EffectHandler<?> at(Class<?> type) {
        EffectHandler<?> handler = handlers.get(type);
        for (Class<?> parent : type.getInterfaces()) {
            handler = handler == null ? at(parent) : handler;
        }
        return handler;
    }
}
