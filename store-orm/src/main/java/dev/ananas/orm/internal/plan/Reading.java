package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.view.ToMany;
import java.util.ArrayList;
import java.util.List;

/** Answers a plan once, from one state. */
public final class Reading {
    private final Matching matching;
    private final Work work;

    public Reading(Tables tables, Work work) {
        this.matching = new Matching(tables, work);
        this.work = work;
    }

    /** The models of a bucket, in order, with their relations. */
    public ToMany<Object> models(Plan plan, Object key) {
        List<Entry> entries = matching.bucket(plan, key);
        int from = Math.min(plan.offset(), entries.size());
        int to = (int) Math.min((long) from + plan.limit(), entries.size());
        List<Object> models = new ArrayList<>(to - from);
        for (Entry entry : entries.subList(from, to)) {
            work.built();
            models.add(
                    Assembler.assemble(plan, entry, i -> related(plan.includes().get(i), entry)));
        }
        return ToMany.ofImmutable(models);
    }

    private ToMany<?> related(Plan.Include include, Entry parent) {
        Object model = parent.target().model();
        int at = include.targetOf(model);
        Object key = at < 0 ? null : include.targets().get(at).childKey(model);
        return key == null ? ToMany.of() : models(include.targets().get(at).child(), key);
    }
}
