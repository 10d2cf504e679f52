package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.view.ToMany;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
        return ToMany.ofImmutable(Arrays.asList(plan.isWindowed() ? window(plan, key) : all(plan, key)));
    }

    /**
     * Builds models in the order in which rows are found, and sorts afterwards: related rows stand in their index as the
     * parents do in the table, so one is read from memory along with the other.
     */
    private Object[] all(Plan plan, Object key) {
        List<Entry> entries = matching.unordered(plan, key);
        entries.forEach(entry -> build(plan, entry));
        if (entries.size() > 1) {
            entries.sort(plan.ordering());
        }
        return models(entries);
    }

    private Object[] window(Plan plan, Object key) {
        List<Entry> entries = visible(plan, key);
        entries.forEach(entry -> build(plan, entry));
        return models(entries);
    }

    private void build(Plan plan, Entry entry) {
        work.built();
        entry.build(plan, include -> related(plan.includes().get(include), entry));
    }

    private static Object[] models(List<Entry> entries) {
        Object[] models = new Object[entries.size()];
        for (int i = 0; i < models.length; i++) {
            models[i] = Objects.requireNonNull(entries.get(i).value());
        }
        return models;
    }

    /** The keys of the models of a bucket, in order; builds nothing. */
    public List<Object> keys(Plan plan, Object key) {
        List<Entry> entries = visible(plan, key);
        List<Object> keys = new ArrayList<>(entries.size());
        entries.forEach(entry -> keys.add(entry.target().key()));
        return keys;
    }

    private List<Entry> visible(Plan plan, Object key) {
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
