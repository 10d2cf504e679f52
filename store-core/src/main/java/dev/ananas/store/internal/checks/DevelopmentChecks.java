package dev.ananas.store.internal.checks;

import dev.ananas.store.Action;
import dev.ananas.store.Command;
import dev.ananas.store.DevelopmentWarning;
import dev.ananas.store.Next;
import dev.ananas.store.Patch;
import dev.ananas.store.Selector;
import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.spi.SingleUse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.util.Loggers;

/**
 * Looks for mistakes that types cannot forbid. A store without it has none of its cost: whoever would check holds null.
 *
 * <p>Each finding is told once per store and call site.
 */
public final class DevelopmentChecks {

    /** From how many values on a subscriber that misses them, or lets them wait, is slow. */
    static final int SLOW = 1_000;

    /** How many actions of a kind are reduced twice. */
    private static final int OFTEN = 5;

    private final Consumer<? super DevelopmentWarning> handler;
    private final Map<String, Integer> checked = new ConcurrentHashMap<>();
    private final Set<DevelopmentWarning> told = ConcurrentHashMap.newKeySet();

    public DevelopmentChecks(Consumer<? super DevelopmentWarning> handler) {
        this.handler = handler;
    }

    public static void log(DevelopmentWarning warning) {
        Loggers.getLogger(Store.class).warn("{}", warning);
    }

    /**
     * Reduces once more what was reduced to {@code first}: the first times for each slice and kind of action, until one of them
     * is found out. What a reducer reads of random values and clocks has to be in the action, so ids and times that a command
     * carries are the same again.
     */
    public <S> void reduced(
            StoreDefinition<S> definition,
            Action action,
            Next<StateTree, ?> first,
            Supplier<Next<StateTree, ?>> again) {
        boolean named = action instanceof Patch<?> || action instanceof Command<?>;
        String kind = definition.name() + " " + action.getClass().getName() + (named ? " " + action.name() : "");
        if (action instanceof SingleUse || checked.merge(kind, 1, Integer::sum) > OFTEN) {
            return;
        }
        String difference = Repeated.difference(definition, first, again);
        if (difference != null) {
            checked.put(kind, OFTEN);
            tell(
                    DevelopmentWarning.Kind.IMPURE_REDUCER,
                    "The reducer of slice \"" + definition.name() + "\" for action \"" + action.name()
                            + "\" gave two results for one state: " + difference);
        }
    }

    /** Compares what a selector computed twice. */
    public void computed(Selector<?> selector, Object first, Object second) {
        if (!first.equals(second)) {
            tell(
                    DevelopmentWarning.Kind.UNSTABLE_SELECTOR,
                    "Selector \"" + selector.name() + "\" gave two results for one state: it is not pure, or its result"
                            + " has no equals; subscribers get a value with every transition");
        }
    }

    /** Watches a subscriber that is being subscribed by this thread. */
    public Lag lag() {
        return new Lag(callSite());
    }

    /** The first place on the stack outside the library. */
    public static String callSite() {
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            if (!isInside(frame.getClassName())) {
                return frame.toString();
            }
        }
        return "an unknown place";
    }

    private static boolean isInside(String className) {
        return className.startsWith("dev.ananas.store.")
                || className.startsWith("dev.ananas.orm.")
                || className.startsWith("java.")
                || className.startsWith("reactor.");
    }

    private void tell(DevelopmentWarning.Kind kind, String message) {
        tell(new DevelopmentWarning(kind, message, callSite()));
    }

    private void tell(DevelopmentWarning warning) {
        if (told.add(warning)) {
            handler.accept(warning);
        }
    }

    /** How many values one subscriber is behind. */
    public final class Lag {

        private final String subscribedAt;
        private final AtomicInteger behind = new AtomicInteger();

        private Lag(String subscribedAt) {
            this.subscribedAt = subscribedAt;
        }

        public void oneMore() {
            if (behind.incrementAndGet() == SLOW) {
                tell(new DevelopmentWarning(
                        DevelopmentWarning.Kind.SLOW_SUBSCRIBER,
                        "A subscriber is " + SLOW + " values behind; request more, or work elsewhere with publishOn",
                        subscribedAt));
            }
        }

        public void oneLess() {
            behind.decrementAndGet();
        }

        public void none() {
            behind.set(0);
        }
    }
}
