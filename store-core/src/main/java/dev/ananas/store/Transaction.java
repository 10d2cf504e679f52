package dev.ananas.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The action of a transition that several actions made. It is a summary: it never passes middleware or reducers.
 *
 * @param name the name given to the transaction
 * @param actions what was reduced, in order, without actions that failed
 */
public record Transaction(String name, List<Action> actions) implements Action {

    public Transaction {
        Objects.requireNonNull(name, "name");
        actions = Collections.unmodifiableList(new ArrayList<>(actions));
    }
}
