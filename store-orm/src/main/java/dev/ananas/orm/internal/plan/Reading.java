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
        List<Entry> entries = window(plan, key);
        List<Object> models = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            work.built();
            models.add(
                    Assembler.assemble(plan, entry, i -> related(plan.includes().get(i), entry)));
        }
        return ToMany.ofImmutable(models);
    }

    /** The keys of the models of a bucket, in order; builds nothing. */
    public List<Object> keys(Plan plan, Object key) {
        List<Entry> entries = window(plan, key);
        List<Object> keys = new ArrayList<>(entries.size());
        entries.forEach(entry -> keys.add(entry.target().key()));
        return keys;
    }

    private List<Entry> window(Plan plan, Object key) {
        List<Entry> entries = matching.bucket(plan, key);
        int from = Math.min(plan.offset(), entries.size());
        int to = (int) Math.min((long) from + plan.limit(), entries.size());
        return entries.subList(from, to);
    }

    private ToMany<?> related(Plan.Include include, Entry parent) {
        Object model = parent.target().model();
        int at = include.targetOf(model);
        Object key = at < 0 ? null : include.targets().get(at).childKey(model);
        return key == null ? ToMany.of() : models(include.targets().get(at).child(), key);
    }
}
