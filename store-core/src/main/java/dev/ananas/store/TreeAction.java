package dev.ananas.store;

/** An action that makes the next tree as a whole, without the reducers of slices. */
interface TreeAction extends Action {

    /** The next tree. */
    StateTree reduce(StateTree tree);
}
