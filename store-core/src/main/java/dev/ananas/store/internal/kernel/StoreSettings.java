package dev.ananas.store.internal.kernel;

import dev.ananas.store.DevelopmentWarning;
import dev.ananas.store.Effect;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Middleware;
import dev.ananas.store.RunInterceptor;
import dev.ananas.store.StateTree;
import dev.ananas.store.StorePlugin;
import dev.ananas.store.internal.action.EffectHandlers;
import dev.ananas.store.internal.checks.DevelopmentChecks;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * What a store is made from.
 *
 * @param warnings who hears of mistakes found while developing, null if they are not looked for
 * @param handlers register the handlers of effects
 */
public record StoreSettings(
        List<Middleware> middleware,
        Consumer<? super Throwable> onError,
        Duration linger,
        Beginning beginning,
        @Nullable Consumer<? super DevelopmentWarning> warnings,
        List<Consumer<EffectHandlers>> handlers,
        RunInterceptor interceptor,
        List<StorePlugin> plugins,
        FirstStates firstStates) {

    /** What a fork of a store with these settings is made from: with a history of its own, and without effects. */
    public StoreSettings forked(StateTree tree) {
        return new StoreSettings(
                List.of(),
                onError,
                linger,
                new Beginning(tree, HistoryOptions.defaults()),
                null,
                List.of(effects -> effects.add(Effect.class, effect -> Flux.empty())),
                RunInterceptor.NONE,
                List.of(),
                FirstStates.NONE);
    }

    @Nullable
    DevelopmentChecks checks() {
        return warnings == null ? null : new DevelopmentChecks(warnings);
    }
}
