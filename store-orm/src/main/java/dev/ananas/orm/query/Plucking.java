package dev.ananas.orm.query;

import dev.ananas.store.collection.SortedSequence;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a reader finds in each model, null included, as a view of the list of models. A subscriber's own one compares two
 * versions where they differ: at what changed, and as far as something that came or went shifted what follows.
 */
record Plucking<T>(Function<Object, ? extends @Nullable Object> reader) implements Question.Combine<List<T>> {

    @Override
    public List<T> answer(List<Found> found, @Nullable List<T> before) {
        return Aggregates.sooner(before, view(found.get(0)));
    }

    @SuppressWarnings("unchecked") // the caller knows what the reader finds
    private List<T> view(Found found) {
        return (List<T>) Collections.unmodifiableList(new MappedList<>(found.models(), reader));
    }

    @Override
    public Question.Combine<List<T>> forSubscriber() {
        return new Kept();
    }

    private final class Kept implements Question.Combine<List<T>> {
        private @Nullable SortedSequence<?> seen;

        @Override
        public List<T> answer(List<Found> found, @Nullable List<T> before) {
            if (!(found.get(0) instanceof Found.Members<?> now)) {
                return Plucking.this.answer(found, before);
            }
            List<T> answer = before != null && isAlike(now) ? before : view(now);
            seen = now.members();
            return answer;
        }

        @SuppressWarnings("unchecked") // all versions that one subscriber is given are of one sequence
        private <E> boolean isAlike(Found.Members<E> now) {
            SortedSequence<E> then = (SortedSequence<E>) Objects.requireNonNull(seen);
            if (then.size() != now.size()) {
                return false;
            }
            Shifts<E> shifts = new Shifts<>(then, now.members(), member -> reader.apply(now.read(member)));
            then.diff(now.members(), shifts);
            return shifts.isAlike();
        }
    }

    /** Follows how far the places of two versions are apart, and compares the places where they may read differently. */
    private static final class Shifts<E> implements SortedSequence.Difference<E> {
        private final SortedSequence<E> older;
        private final SortedSequence<E> newer;
        private final Function<E, ? extends @Nullable Object> read;
        private boolean alike = true;
        private int shift;
        private int from;

        Shifts(SortedSequence<E> older, SortedSequence<E> newer, Function<E, ? extends @Nullable Object> read) {
            this.older = older;
            this.newer = newer;
            this.read = read;
        }

        boolean isAlike() {
            return alike;
        }

        @Override
        public void removed(int oldIndex, E element) {
            shift(oldIndex, -1);
        }

        @Override
        public void added(int newIndex, E element) {
            shift(newIndex, 1);
        }

        @Override
        public void updated(int oldIndex, int newIndex, E before, E after) {
            if (shift == 0) {
                compare(newIndex, newIndex + 1);
            }
        }

        private void shift(int index, int by) {
            if (shift == 0) {
                from = index;
            }
            shift += by;
            if (shift == 0) {
                compare(from, index + 1);
            }
        }

        private void compare(int start, int end) {
            for (int i = start; i < end && alike; i++) {
                alike = Objects.equals(read.apply(older.get(i)), read.apply(newer.get(i)));
            }
        }
    }
}
