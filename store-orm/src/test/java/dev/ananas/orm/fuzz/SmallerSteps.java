package dev.ananas.orm.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Variants of steps that do less. */
final class SmallerSteps {
    private SmallerSteps() {}

    static List<Step> of(Step step) {
        if (step instanceof Step.Subscribe subscribe) {
            return Smaller.parts(
                    SmallerQueries.of(subscribe.query()), query -> new Step.Subscribe(subscribe.name(), query));
        }
        if (step instanceof Step.Transact transact) {
            List<Step> smaller = new ArrayList<>();
            smaller.addAll(Smaller.parts(
                    Smaller.all(transact.actions(), SmallerSteps::actions),
                    actions -> new Step.Transact(actions, transact.fails())));
            if (transact.fails()) {
                smaller.add(new Step.Transact(transact.actions(), false));
            } else if (transact.actions().size() == 1) {
                smaller.add(transact.actions().get(0));
            }
            return smaller;
        }
        return step instanceof Step.Action action ? List.copyOf(actions(action)) : List.of();
    }

    private static List<Step.Action> actions(Step.Action action) {
        if (action instanceof Step.Ask ask) {
            return Smaller.parts(SmallerQueries.of(ask.query()), Step.Ask::new);
        } else if (action instanceof Step.Load load) {
            return Smaller.parts(
                    SmallerQueries.of(load.query().with(load.clauses())),
                    query -> new Step.Load(load.query(), query.clauses()));
        } else if (action instanceof Step.Revive revive) {
            return Smaller.parts(Smaller.lists(revive.keys()), keys -> new Step.Revive(revive.entity(), keys));
        } else if (action instanceof Step.Make make) {
            return Smaller.parts(rows(make.rows()), rows -> new Step.Make(make.entity(), rows));
        } else if (action instanceof Step.Insert insert) {
            return Smaller.parts(rows(insert.rows()), rows -> new Step.Insert(insert.entity(), rows));
        } else if (action instanceof Step.Fresh fresh) {
            return Smaller.parts(rows(fresh.rows()), rows -> new Step.Fresh(fresh.entity(), rows));
        } else if (action instanceof Step.Save save) {
            return Smaller.parts(rows(save.rows()), rows -> new Step.Save(save.entity(), rows, save.synced()));
        } else if (action instanceof Step.FindOrSave find) {
            return Smaller.parts(
                    Smaller.records(find.values()),
                    values -> new Step.FindOrSave(find.entity(), find.attributes(), values, find.updates()));
        } else if (action instanceof Step.UpdateKey update) {
            return Smaller.parts(
                    Smaller.records(update.patch()), patch -> new Step.UpdateKey(update.entity(), update.key(), patch));
        } else if (action instanceof Step.UpdateQuery update) {
            return updates(update);
        } else if (action instanceof Step.DeleteQuery delete) {
            return Smaller.parts(
                    SmallerQueries.of(delete.query()), query -> new Step.DeleteQuery(delete.entity(), query));
        } else if (action instanceof Step.StoreAgain again) {
            return Smaller.parts(
                    SmallerQueries.of(again.query()), query -> new Step.StoreAgain(again.entity(), query, again.how()));
        } else if (action instanceof Step.Destroy destroy) {
            return Smaller.parts(Smaller.lists(destroy.keys()), keys -> new Step.Destroy(destroy.entity(), keys));
        } else if (action instanceof Step.LinkKeys link) {
            return Smaller.parts(
                    Smaller.lists(link.related()),
                    keys -> new Step.LinkKeys(link.entity(), link.relation(), link.call(), link.parent(), keys));
        } else if (action instanceof Step.LinkPivots link) {
            return links(link);
        } else if (action instanceof Step.Associate link) {
            return link.related() == null
                    ? List.of()
                    : List.of(new Step.Associate(link.entity(), link.relation(), link.key(), link.target(), null));
        }
        return List.of();
    }

    private static List<List<Map<String, Object>>> rows(List<Map<String, Object>> rows) {
        return Smaller.all(rows, Smaller::records);
    }

    private static List<Step.Action> updates(Step.UpdateQuery update) {
        List<Step.Action> smaller = new ArrayList<>();
        SmallerQueries.of(update.query())
                .forEach(query -> smaller.add(new Step.UpdateQuery(update.entity(), query, update.patch())));
        Smaller.records(update.patch())
                .forEach(patch -> smaller.add(new Step.UpdateQuery(update.entity(), update.query(), patch)));
        return smaller;
    }

    private static List<Step.Action> links(Step.LinkPivots link) {
        List<Step.Action> smaller = new ArrayList<>();
        for (List<Step.Link> links : Smaller.all(link.links(), SmallerSteps::pivots)) {
            if (!links.isEmpty() || link.call() == Step.PivotsCall.SYNC) {
                smaller.add(new Step.LinkPivots(link.entity(), link.relation(), link.call(), link.parent(), links));
            }
        }
        return smaller;
    }

    private static List<Step.Link> pivots(Step.Link link) {
        return Smaller.parts(Smaller.records(link.pivot()), patch -> new Step.Link(link.related(), patch));
    }
}
