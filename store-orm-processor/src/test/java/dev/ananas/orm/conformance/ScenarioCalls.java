package dev.ananas.orm.conformance;

import dev.ananas.orm.model.AfterHook;
import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.Change;
import dev.ananas.orm.model.HookEvent;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Hooks;
import dev.ananas.orm.model.Row;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the methods of generated records call: mutators and casts by name, and the hooks of the scenario that is replayed. */
public final class ScenarioCalls {
    private static final Map<String, Hooks<Row>> HOOKS = new ConcurrentHashMap<>();

    private ScenarioCalls() {}

    /** The hooks of an entity from now on; one scenario is replayed at a time. */
    static void listen(String entity, Hooks<Row> hooks) {
        HOOKS.put(entity, hooks);
    }

    /** One of the hooks before a write. */
    @SuppressWarnings("unchecked") // the hooks of scenarios take models of any class
    public static <M> HookResult<M> before(String entity, HookEvent event, int index, Change<M> change) {
        return (HookResult<M>) hooks(entity).before(event).get(index).before((Change<Row>) (Change<?>) change);
    }

    /** One of the hooks after a write. */
    @SuppressWarnings("unchecked") // the hooks of scenarios take models of any class
    public static void after(String entity, HookEvent event, int index, Change<?> change) {
        AfterHook<Row> hook = hooks(entity).after(event).get(index);
        hook.after((Change<Row>) change);
    }

    private static Hooks<Row> hooks(String entity) {
        return Objects.requireNonNull(HOOKS.get(entity), entity);
    }

    /** A value after a mutator. */
    public static @Nullable Object mutated(String mutator, @Nullable Object value) {
        return Objects.requireNonNull(Conversions.mutator(mutator)).apply(value);
    }

    /** A value as it is read after a cast. */
    public static @Nullable Object cast(String name, @Nullable Object value) {
        Cast cast = Conversions.cast(name);
        return cast.get(cast.set(value));
    }
}
