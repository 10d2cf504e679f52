package dev.ananas.test;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.NamedPivot;
import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.query.Selection;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds what a query shows of rows: without what it hides, with pivots, relations and counts. */
final class NaiveModels {
    private final NaiveTables tables;
    private final NaiveQuery queries;
    private final NaiveConditions conditions;
    private final NaiveVisibility visibility;

    NaiveModels(NaiveTables tables, NaiveQuery queries, NaiveConditions conditions) {
        this.tables = tables;
        this.queries = queries;
        this.conditions = conditions;
        this.visibility = new NaiveVisibility(tables);
    }

    /** The models of some rows; {@code through} is the relation that led to them, or null. */
    List<Object> of(Selection selection, List<Reached> rows, @Nullable RelationType through) {
        List<Object> models = new ArrayList<>();
        for (Reached one : rows) {
            models.add(model(NaiveConditions.of(selection, one.entity()), one, through));
        }
        return models;
    }

    private Object model(Selection selection, Reached member, @Nullable RelationType through) {
        NaiveRow row = member.row();
        @Nullable Object[] components = shown(member.entity(), selection, row);
        List<Component> all = row.type().components();
        if (through instanceof RelationType.ThroughPivot pivots && member.link() != null) {
            int slot = slot(all, pivots);
            if (slot >= 0) {
                components[slot] = pivot(row, pivots, member.link());
            }
        }
        for (int i = 0; i < components.length; i++) {
            Selection said = all.get(i) instanceof RelationType
                    ? NaiveQuery.loaded(selection, all.get(i).name())
                    : null;
            if (said != null) {
                components[i] = view(row, (RelationType) all.get(i), said);
            }
        }
        for (Selection.Include counted : selection.loading().counts()) {
            int at = row.ordinal(counted.relation());
            if (at >= 0 && components[at] instanceof ToMany<?> many) {
                components[at] = many.withCount(conditions.count(row, counted.relation(), counted.related()));
            }
        }
        return row.model(components);
    }

    private Object view(NaiveRow row, RelationType relation, Selection said) {
        List<Object> models = of(said, queries.related(row, relation, said), relation);
        if (relation.toMany()) {
            return ToMany.copyOf(models);
        }
        return models.isEmpty() ? ToOne.empty() : ToOne.of(models.get(0));
    }

    private @Nullable Object[] shown(String entity, Selection selection, NaiveRow row) {
        Set<String> hidden = visibility.hidden(entity, selection.shown());
        @Nullable Object[] components = row.components();
        for (int i = 0; i < components.length; i++) {
            if (row.type().components().get(i) instanceof Component.Attribute one && hidden.contains(one.name())) {
                components[i] = one.hiddenValue();
            }
        }
        return components;
    }

    private Object pivot(NaiveRow row, RelationType.ThroughPivot through, NaiveRow link) {
        String entity = tables.table(through.pivot());
        Object pivot = link.model(shown(entity, Selection.EVERYTHING, link));
        return row.type().isDynamic() ? new NamedPivot(through.as() == null ? "pivot" : through.as(), pivot) : pivot;
    }

    /** The place for the pivot: the one of its name, or else the first that takes it. */
    private static int slot(List<Component> components, RelationType.ThroughPivot through) {
        String name = through.as() == null ? "pivot" : through.as();
        int first = -1;
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i) instanceof Component.PivotSlot slot
                    && (slot.pivotEntity() == null || slot.pivotEntity().equals(through.pivot()))) {
                if (slot.pivotEntity() == null || slot.name().equals(name)) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }
}
