package dev.ananas.store.internal.reduce;

import dev.ananas.store.Action;
import dev.ananas.store.StateTree;

/** An action that makes the next tree as a whole, without the reducers of slices. */
public interface TreeAction extends Action {

    /** The next tree. */
    StateTree reduce(StateTree tree);
}
