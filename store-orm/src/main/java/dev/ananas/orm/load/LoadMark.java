package dev.ananas.orm.load;

import dev.ananas.store.Command;
import dev.ananas.store.Next;
import dev.ananas.store.StoreDefinition;
import java.util.List;

/**
 * Joins the transaction that stores loaded records, and says what to run behind its emissions: so whoever watches a load sees the new
 * records and the end of the load as one.
 *
 * @param afterwards runs when the records are stored and were emitted
 */
record LoadMark(Runnable afterwards) implements Command<Boolean> {
    /** Has no state of its own; it is there to take the command. */
    static final StoreDefinition<String> SLICE = StoreDefinition.named("loads", () -> "")
            .<Boolean, LoadMark>answer(
                    LoadMark.class, (state, mark) -> new Next<>(state, true, List.of(mark.afterwards())))
            .build();

    @Override
    public String name() {
        return "loaded";
    }
}
