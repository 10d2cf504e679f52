package dev.ananas.orm.view;

import java.util.List;
import java.util.Set;

/** Carries out steps on a list. */
record StepsOnList<M>(List<? super M> target) implements ListSteps<M> {
    @Override
    public void initial(List<M> list) {
        target.clear();
        target.addAll(list);
    }

    @Override
    public void removed(int position, int count) {
        target.subList(position, position + count).clear();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void moved(int from, int to) {
        List<Object> places = (List<Object>) target;
        places.add(to, places.remove(from));
    }

    @Override
    public void inserted(int position, List<M> models) {
        target.addAll(position, models);
    }

    @Override
    public void updated(int position, List<M> models, Set<String> attributes) {
        int at = position;
        for (M model : models) {
            target.set(at++, model);
        }
    }
}
