package dev.ananas.orm.view;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one subscriber of a live list has to do to its copy: take the first list whole, or turn the list it received last into
 * the newest one.
 *
 * <pre>{@code
 * users.query().orderBy(User_.name).changes().subscribe(change -> change.applyTo(rows));
 * }</pre>
 *
 * <p>There are two ways to read it. {@link #replay} tells steps with positions that are right at the moment of each step, for
 * adapters of list views. The components of {@link Change} say the same as a whole, with the positions that models have in the
 * old and in the new list, for whoever wants to know what happened.
 *
 * @param <M> model
 */
public sealed interface ListChange<M> {

    /**
     * The number of the last transition that the new list includes.
     *
     * @return a number that never falls from change to change; it stays the same if a window was moved
     */
    long version();

    /**
     * The new list.
     *
     * @return an immutable list; it shares with its predecessor what did not change
     */
    List<M> list();

    /**
     * Tells the change step by step.
     *
     * @param steps is called on this thread, in the order that {@link ListSteps} tells
     */
    void replay(ListSteps<M> steps);

    /**
     * Carries out the change.
     *
     * @param target the list to change, equal to the former list; to an initial list its content does not matter
     * @throws IndexOutOfBoundsException if the target is shorter than the former list
     */
    default void applyTo(List<? super M> target) {
        replay(new StepsOnList<>(Objects.requireNonNull(target, "target")));
    }

    /**
     * The first list of a subscription.
     *
     * @param version the number of the last transition that the list includes
     * @param list the list, immutable
     * @param <M> model
     */
    record Initial<M>(long version, List<M> list) implements ListChange<M> {
        @Override
        public void replay(ListSteps<M> steps) {
            steps.initial(list);
        }
    }

    /**
     * What turned one list into the next.
     *
     * <p>Models of both lists are told apart by their keys. One that only {@code before} has is removed, one that only
     * {@code list} has is inserted. One that both have is moved if what the list is ordered by changed in it, and no longer fits
     * between the same neighbours; of several that crossed each other only as many are moved as have to be. One that both have
     * and that shows something else is updated, whether or not it is moved. Positions of what is removed count in
     * {@code before}, those of what is inserted or updated in {@code list}.
     *
     * @param version the number of the last transition that {@code list} includes
     * @param before the list that the subscriber received last, immutable
     * @param list the new list, immutable
     * @param removed positions in {@code before}, ascending; neighbours are one range
     * @param inserted positions in {@code list}, ascending; neighbours are one range
     * @param moved position in {@code before} and position in {@code list} of each, ascending by the latter
     * @param updated positions in {@code list}, ascending; neighbours that differ in the same attributes are one update
     * @param <M> model
     */
    record Change<M>(
            long version,
            List<M> before,
            List<M> list,
            List<Range> removed,
            List<Range> inserted,
            List<Move> moved,
            List<Update> updated)
            implements ListChange<M> {

        /** A change with copies of the lists of positions. */
        public Change {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(list, "list");
            removed = List.copyOf(removed);
            inserted = List.copyOf(inserted);
            moved = List.copyOf(moved);
            updated = List.copyOf(updated);
        }

        @Override
        public void replay(ListSteps<M> steps) {
            new ListReplay<>(this).to(steps);
        }

        /** The change in numbers, without the lists. */
        @Override
        public String toString() {
            return "Change[version=" + version + ", removed=" + removed + ", inserted=" + inserted + ", moved=" + moved
                    + ", updated=" + updated + ", " + before.size() + " -> " + list.size() + " models]";
        }
    }

    /**
     * Positions in a row.
     *
     * @param position the first one
     * @param count how many, at least 1
     */
    record Range(int position, int count) {

        /** The position behind the last one. */
        public int end() {
            return position + count;
        }
    }

    /**
     * A model that changed its place among the others.
     *
     * @param from position in the old list
     * @param to position in the new list
     */
    record Move(int from, int to) {}

    /**
     * Models in a row that have a new state.
     *
     * @param position of the first one in the new list
     * @param count how many, at least 1
     * @param attributes names of the attributes and relations in which each of them differs from its former state
     */
    record Update(int position, int count, Set<String> attributes) {

        /** The position behind the last one. */
        public int end() {
            return position + count;
        }
    }
}
