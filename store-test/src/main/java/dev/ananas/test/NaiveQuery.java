package dev.ananas.test;

import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Question;
import dev.ananas.orm.query.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions by nested loops over all rows: scan everything, test, sort, cut, recurse. Knows the description of the query and of
 * the entities, and nothing of plans, indexes or levels, so that it errs in other places than the engine does.
 */
final class NaiveQuery {
    private final NaiveTables tables;
    private final NaiveRelations relations;
    private final NaiveConditions conditions;
    private final NaiveOrder order;
    private final NaiveModels models;

    NaiveQuery(NaiveTables tables) {
        this.tables = tables;
        this.relations = new NaiveRelations(tables);
        this.conditions = new NaiveConditions(tables, relations);
        this.order = new NaiveOrder(this, conditions);
        this.models = new NaiveModels(tables, this, conditions);
    }

    /** The answer: what each part finds, and what the question makes of that from nothing. */
    <T> T answer(Question<T> question) {
        List<Found> found = new ArrayList<>();
        for (Question.Part part : question.parts()) {
            List<Reached> rows = rows(part.entity(), part.selection());
            found.add(
                    part.wanted() == Question.Wanted.NUMBER
                            ? new Found.Size(rows.size())
                            : new Found.Models(models.of(part.selection(), rows, null)));
        }
        return question.combine().answer(found, null);
    }

    /** The models of an entity as they are shown, without relations. */
    List<Object> all(String entity) {
        return models.of(Selection.EVERYTHING, rows(entity, Selection.EVERYTHING), null);
    }

    private List<Reached> rows(String entity, Selection selection) {
        List<Reached> picked = new ArrayList<>();
        for (NaiveRow row : tables.rows(entity)) {
            if (conditions.picks(entity, selection, row)) {
                picked.add(Reached.directly(entity, row));
            }
        }
        order.sort(selection, picked, null);
        return window(selection.window(), picked);
    }

    /** What a relation of a row leads to, in order; at most one row if it leads to one. */
    List<Reached> related(NaiveRow parent, RelationType relation, Selection selection) {
        List<Reached> picked = new ArrayList<>();
        List<NaiveRow> seen = new ArrayList<>();
        Selection said = selection;
        for (Reached one : relations.reached(parent, relation)) {
            said = NaiveConditions.of(selection, one.entity());
            boolean counts = !(relation instanceof RelationType.ThroughPivot) || !seen.contains(one.row());
            if (counts
                    && conditions.picksLink(relation, said, one.link())
                    && conditions.picks(one.entity(), said, one.row())) {
                picked.add(one);
                seen.add(one.row());
            }
        }
        order.sort(said, picked, relation);
        List<Reached> shown = window(said.window(), picked);
        return relation.toMany() || shown.isEmpty() ? shown : shown.subList(0, 1);
    }

    private static List<Reached> window(Selection.Window window, List<Reached> rows) {
        List<Reached> shown = new ArrayList<>();
        for (int i = window.offset(); i < rows.size(); i++) {
            if (window.limit() == null || shown.size() < window.limit()) {
                shown.add(rows.get(i));
            }
        }
        return shown;
    }

    /** What a selection says about a relation that it loads, or null. */
    static @Nullable Selection loaded(Selection selection, String relation) {
        for (Selection.Include include : selection.loading().includes()) {
            if (include.relation().equals(relation)) {
                return include.related();
            }
        }
        return selection.loading().all();
    }
}
