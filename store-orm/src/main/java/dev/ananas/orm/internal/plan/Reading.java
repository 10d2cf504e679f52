package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.query.Selection;
import dev.ananas.orm.view.ToMany;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /** What a part of a question finds. */
    public Found found(Located located) {
        return located.plan().wanted() == Question.Wanted.NUMBER
                ? new Found.Size(count(located))
                : new Found.Models(models(located));
    }

    /** The models of a selection, in order, with their relations. */
    public ToMany<Object> models(Located located) {
        return located.isUnion()
                ? built(located.plan(), entries(located))
                : models(located.plan(), located.keys().get(0), located.window());
    }

    private ToMany<Object> models(Plan plan, Object key, Selection.Window window) {
        return window.isWhole() ? all(plan, key) : built(plan, window(plan, key, window));
    }

    /** The keys of the models of a selection, in order; builds nothing. */
    public List<Object> keys(Located located) {
        List<Entry> entries = entries(located);
        List<Object> keys = new ArrayList<>(entries.size());
        entries.forEach(entry -> keys.add(entry.target().key()));
        return keys;
    }

    private int count(Located located) {
        int[] count = {0};
        located.keys().forEach(key -> matching.each(located.plan(), key, entry -> count[0]++));
        return count[0];
    }

    private List<Entry> entries(Located located) {
        if (!located.isUnion()) {
            return window(located.plan(), located.keys().get(0), located.window());
        }
        List<Entry> entries = new ArrayList<>();
        located.keys().forEach(key -> matching.each(located.plan(), key, entries::add));
        entries.sort(located.plan().ordering());
        return located.window().of(entries);
    }

    private List<Entry> window(Plan plan, Object key, Selection.Window window) {
        boolean isSorted = plan.sorted() != null && plan.sorted().isOrdered();
        if (window.isFirst() && !isSorted) {
            List<Entry> all = matching.unordered(plan, key);
            return all.isEmpty() ? all : List.of(Collections.min(all, plan.ordering()));
        }
        return window.of(matching.front(plan, key, window));
    }

    private ToMany<Object> built(Plan plan, List<Entry> entries) {
        entries.forEach(entry -> build(plan, entry));
        return ToMany.ofImmutable(Arrays.asList(models(entries)));
    }

    /**
     * Builds models in the order in which rows are found, and sorts afterwards: related rows stand in their index as the
     * parents do in the table, so one is read from memory along with the other.
     */
    private ToMany<Object> all(Plan plan, Object key) {
        List<Entry> entries = matching.unordered(plan, key);
        entries.forEach(entry -> build(plan, entry));
        if (entries.size() > 1) {
            entries.sort(plan.ordering());
        }
        return ToMany.ofImmutable(Arrays.asList(models(entries)));
    }

    private void build(Plan plan, Entry entry) {
        work.built();
        entry.build(
                plan,
                matching.counts(plan, entry.target()),
                include -> related(plan.includes().get(include), entry));
    }

    private static Object[] models(List<Entry> entries) {
        Object[] models = new Object[entries.size()];
        for (int i = 0; i < models.length; i++) {
            models[i] = Objects.requireNonNull(entries.get(i).value());
        }
        return models;
    }

    private ToMany<?> related(Plan.Include include, Entry parent) {
        Object model = parent.target().model();
        int at = include.targetOf(model);
        Object key = at < 0 ? null : include.targets().get(at).childKey(model);
        if (key == null) {
            return ToMany.of();
        }
        Plan.Target target = include.targets().get(at);
        return models(target.child(), key, target.window());
    }
}
