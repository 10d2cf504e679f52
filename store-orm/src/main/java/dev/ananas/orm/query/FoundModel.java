package dev.ananas.orm.query;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.internal.list.Shown;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.SortedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The model of one of several keys, in the order of the keys. */
record FoundModel(int place, Object value) implements Shown {
    private static final Comparator<FoundModel> ORDER = Comparator.comparingInt(FoundModel::place);

    /** The models that were found, of one list for each key. */
    static List<?> listOf(List<Found> lists) {
        List<FoundModel> found = new ArrayList<>(lists.size());
        for (int i = 0; i < lists.size(); i++) {
            if (lists.get(i).size() > 0) {
                found.add(new FoundModel(i, lists.get(i).models().get(0)));
            }
        }
        return ToMany.ofImmutable(new ResultList(SortedSequence.ofSorted(ORDER, found)));
    }

    @Override
    public Object id() {
        return place;
    }
}
