package dev.ananas.ui.javafx;

import java.util.List;

/**
 * One sub-change of a change event, in the terms of {@link javafx.collections.ListChangeListener.Change}.
 *
 * @param from first position, in the list as the parts before this one left it
 * @param to position behind the last one; {@code from} if nothing was added
 * @param removed what was at {@code from} and is gone
 * @param permutation where the rows from {@code from} on are now; empty if this is no permutation
 * @param updated whether the rows are there still and have a new state
 * @param <M> model
 */
record Part<M>(int from, int to, List<M> removed, int[] permutation, boolean updated) {
    static final int[] NO_PERMUTATION = {};

    static <M> Part<M> removed(int at, List<M> models) {
        return new Part<>(at, at, models, NO_PERMUTATION, false);
    }

    static <M> Part<M> added(int from, int to) {
        return new Part<>(from, to, List.of(), NO_PERMUTATION, false);
    }

    static <M> Part<M> replaced(int size, List<M> before) {
        return new Part<>(0, size, before, NO_PERMUTATION, false);
    }

    /** Whether rows went and others are in their place. */
    boolean isReplacement() {
        return !removed.isEmpty() && to > from;
    }

    static <M> Part<M> permuted(int from, int[] permutation) {
        return new Part<>(from, from + permutation.length, List.of(), permutation, false);
    }

    static <M> Part<M> updated(int from, int to) {
        return new Part<>(from, to, List.of(), NO_PERMUTATION, true);
    }
}
