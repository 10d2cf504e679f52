package dev.ananas.ui.android;

import dev.ananas.orm.view.ListChange;
import dev.ananas.orm.view.ListSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A change of a list with everything that can be made of it away from the main thread: the calls to make, and the models that are likely
 * to be on screen next.
 *
 * @param version the number of the last transition that the list includes
 * @param list the new list
 * @param calls what to tell, in order
 * @param <M> model
 */
record PreparedList<M>(long version, List<M> list, List<Consumer<RangeCallbacks>> calls) {

    static <M> PreparedList<M> of(ListChange<M> change) {
        Recorder<M> recorder = new Recorder<>();
        change.replay(recorder);
        return new PreparedList<>(change.version(), change.list(), recorder.calls);
    }

    /** Writes down the steps of a change as calls. Its own state is the rows that may still be built ahead. */
    private static final class Recorder<M> implements ListSteps<M> {
        /** More than a tall screen shows. */
        private static final int SCREEN = 100;

        private final List<Consumer<RangeCallbacks>> calls = new ArrayList<>();
        private int left = SCREEN;

        /** There is one such step in a stream, the first one: no rows were there before. */
        @Override
        public void initial(List<M> list) {
            if (!list.isEmpty()) {
                inserted(0, list);
            }
        }

        @Override
        public void removed(int position, int count) {
            calls.add(to -> to.onRemoved(position, count));
        }

        @Override
        public void moved(int from, int to) {
            calls.add(told -> told.onMoved(from, to));
        }

        @Override
        public void inserted(int position, List<M> models) {
            int count = models.size();
            calls.add(to -> to.onInserted(position, count));
            build(models);
        }

        @Override
        public void updated(int position, List<M> models, Set<String> attributes) {
            int count = models.size();
            calls.add(to -> to.onChanged(position, count, attributes));
            build(models);
        }

        /** Models are built by whoever reads them first: not by the main thread. */
        private void build(List<M> models) {
            for (int at = 0; at < models.size() && left > 0; at++, left--) {
                models.get(at);
            }
        }
    }
}
