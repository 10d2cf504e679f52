package dev.ananas.orm.internal.table;

import dev.ananas.store.Action;
import org.jspecify.annotations.Nullable;

/** An action that gives rows other keys and leaves them in their places; what refers to them follows. */
public interface KeyReplacement extends Action {

    /**
     * Other tables with the replacement made in them, or taken back.
     *
     * @return the same tables if they have no such record; null if another record has the key
     */
    @Nullable
    Tables replaced(Tables tables, boolean back);
}
