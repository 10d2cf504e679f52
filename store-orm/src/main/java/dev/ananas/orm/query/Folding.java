package dev.ananas.orm.query;

import dev.ananas.store.collection.SortedSequence;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sum or the like of what a reader finds in each model. A subscriber's own one adds what came and takes away what went, so
 * that a change costs what changed; a list without versions, such as that of a window, is read anew.
 */
final class Folding<T> implements Question.Combine<T> {
    private final Function<Object, ? extends @Nullable Object> reader;
    private final Function<Sum, T> form;

    Folding(Function<Object, ? extends @Nullable Object> reader, Function<Sum, T> form) {
        this.reader = reader;
        this.form = form;
    }

    @Override
    public T answer(List<Found> found, @Nullable T before) {
        Sum sum = new Sum();
        found.get(0).models().forEach(model -> sum.add(reader.apply(model)));
        return Aggregates.sooner(before, form.apply(sum));
    }

    @Override
    public Question.Combine<T> forSubscriber() {
        return new Kept();
    }

    private final class Kept implements Question.Combine<T> {
        private Sum sum = new Sum();
        private @Nullable SortedSequence<?> seen;

        @Override
        public T answer(List<Found> found, @Nullable T before) {
            if (!(found.get(0) instanceof Found.Members<?> now)) {
                return Folding.this.answer(found, before);
            }
            adjust(now);
            return Aggregates.sooner(before, form.apply(sum));
        }

        @SuppressWarnings("unchecked") // all versions that one subscriber is given are of one sequence
        private <E> void adjust(Found.Members<E> now) {
            SortedSequence<E> then =
                    seen == null ? SortedSequence.empty(now.members().comparator()) : (SortedSequence<E>) seen;
            seen = now.members();
            then.diff(now.members(), new SortedSequence.Difference<E>() {
                @Override
                public void removed(int oldIndex, E element) {
                    sum.remove(reader.apply(now.read(element)));
                }

                @Override
                public void added(int newIndex, E element) {
                    sum.add(reader.apply(now.read(element)));
                }

                @Override
                public void updated(int oldIndex, int newIndex, E before, E after) {
                    sum.remove(reader.apply(now.read(before)));
                    sum.add(reader.apply(now.read(after)));
                }
            });
        }
    }
}
