package dev.ananas.orm;

import dev.ananas.orm.internal.codec.Models;
import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.AfterHook;
import dev.ananas.orm.model.Change;
import dev.ananas.orm.model.HookEvent;
import dev.ananas.orm.model.Hooks;
import dev.ananas.store.spi.StoreKernel;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the hooks for models that a query gave. Only an answer that was asked for once counts: a live one follows the state by
 * itself, nobody retrieves it, and how often it is made anew is a matter of the engine.
 */
final class Retrieving {
    private final StoreKernel kernel;
    private final Schema schema;

    Retrieving(StoreKernel kernel, Schema schema) {
        this.kernel = kernel;
        this.schema = schema;
    }

    /** Tells the hooks of a table about every model of it in an answer, and passes the answer on. */
    <T> T retrieved(TableSchema table, T answer) {
        for (Hooks<Object> hooks : schema.hooks(table)) {
            if (!hooks.after(HookEvent.RETRIEVED).isEmpty()) {
                tell(table, answer);
                return answer;
            }
        }
        return answer;
    }

    private void tell(TableSchema table, @Nullable Object answer) {
        if (answer instanceof Optional<?> maybe) {
            tell(table, maybe.orElse(null));
        } else if (answer instanceof Collection<?> all) {
            all.forEach(one -> tell(table, one));
        } else if (answer instanceof Map<?, ?> groups) {
            groups.values().forEach(group -> tell(table, group));
        } else if (answer != null && Models.isModel(table, answer)) {
            Object key = table.keyOf(answer);
            if (key != null) {
                Change<Object> change = new Change<>(HookEvent.RETRIEVED, table.nameOf(answer), key, answer, answer);
                schema.hooks(table, answer).after(HookEvent.RETRIEVED).forEach(hook -> run(hook, change));
            }
        }
    }

    private void run(AfterHook<Object> hook, Change<Object> change) {
        try {
            hook.after(change);
        } catch (RuntimeException e) {
            kernel.report(e);
        }
    }
}
