package dev.ananas.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Stands around the work of runs, as a {@link Middleware} stands around actions: a test puts something else in its place, a tool adds
 * a timeout to all. Runs are those of {@link Actions#run}, {@link Store#action} and the handling of effects; functions are those of {@link Actions#call}.
 */
@FunctionalInterface
public interface RunInterceptor {

    /** Leaves all work as it is. */
    RunInterceptor NONE = (call, body) -> body;

    /**
     * Gives the work of a run.
     *
     * @param call the run that begins
     * @param body the work its caller gave
     * @return the work to do, often {@code body}; it has to emit what the caller of the run expects, or nothing
     */
    Supplier<? extends Publisher<?>> around(ActionCall call, Supplier<? extends Publisher<?>> body);

    /**
     * Gives the function of a call.
     *
     * @param call the call that begins
     * @param body the function its caller gave
     * @return the function to call, {@code body} unless overridden; it has to return what the caller expects
     */
    default Supplier<? extends @Nullable Object> aroundCall(
            ActionCall call, Supplier<? extends @Nullable Object> body) {
        return body;
    }
}
