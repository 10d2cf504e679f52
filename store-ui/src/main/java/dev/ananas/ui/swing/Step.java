package dev.ananas.ui.swing;

/**
 * One event of a model. Behind it the model has the first rows of the new list, then what is left of the old one.
 *
 * @param kind what happens
 * @param from first position, in the model as the steps before left it
 * @param to position behind the last one
 * @param head how many rows are of the new list behind this step
 * @param tail the first row that is left of the old list behind this step
 */
record Step(Kind kind, int from, int to, int head, int tail) {

    /** What happens to the rows of a step. */
    enum Kind {
        REMOVED,
        INSERTED,
        UPDATED
    }

    int count() {
        return to - from;
    }
}
