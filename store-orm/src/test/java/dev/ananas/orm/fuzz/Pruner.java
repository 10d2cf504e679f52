package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes out of a program what a smaller schema does not have. */
final class Pruner {
    private final SchemaShape before;
    private final SchemaShape after;
    private final QueryPruner queries;

    private Pruner(SchemaShape before, SchemaShape after) {
        this.before = before;
        this.after = after;
        this.queries = new QueryPruner(after);
    }

    static Program prune(Program program, SchemaShape schema) {
        Pruner pruner = new Pruner(program.schema(), schema);
        return new Program(
                schema,
                program.steps().stream()
                        .map(pruner::step)
                        .filter(Objects::nonNull)
                        .toList(),
                program.linger());
    }

    private Step step(Step step) {
        if (step instanceof Step.Subscribe subscribe) {
            QueryShape query = query(subscribe.query());
            return query == null ? null : new Step.Subscribe(subscribe.name(), query);
        }
        if (step instanceof Step.Transact transact) {
            List<Step.Action> actions = transact.actions().stream()
                    .map(this::action)
                    .filter(Objects::nonNull)
                    .toList();
            return new Step.Transact(actions, transact.fails());
        }
        return step instanceof Step.Action action ? action(action) : step;
    }

    private Step.Action action(Step.Action action) {
        if (action instanceof Step.Ask ask) {
            QueryShape query = query(ask.query());
            return query == null ? null : new Step.Ask(query);
        }
        if (action instanceof Step.Load load) {
            QueryShape query = query(load.query());
            return query == null
                    ? null
                    : new Step.Load(
                            query, query(load.query().with(load.clauses())).clauses());
        } else if (action instanceof Step.Revive revive) {
            return after.entity(revive.entity()) == null
                    ? null
                    : new Step.Revive(revive.entity(), rows(revive.entity(), revive.keys()));
        } else if (action instanceof Step.Make make) {
            return after.entity(make.entity()) == null
                    ? null
                    : new Step.Make(make.entity(), rows(make.entity(), make.rows()));
        }
        return action instanceof Step.Write write ? write(write) : action;
    }

    private Step.Action write(Step.Write write) {
        String entity = write.entity();
        if (after.entity(entity) == null) {
            return null;
        } else if (write instanceof Step.Insert insert) {
            return new Step.Insert(entity, rows(entity, insert.rows()));
        } else if (write instanceof Step.Fresh fresh) {
            return new Step.Fresh(entity, rows(entity, fresh.rows()));
        } else if (write instanceof Step.Save save) {
            return new Step.Save(entity, rows(entity, save.rows()), save.synced());
        } else if (write instanceof Step.FindOrSave find) {
            return new Step.FindOrSave(
                    entity,
                    record(entity, null, find.attributes()),
                    record(entity, null, find.values()),
                    find.updates());
        } else if (write instanceof Step.UpdateKey update) {
            return new Step.UpdateKey(entity, update.key(), record(entity, null, update.patch()));
        } else if (write instanceof Step.UpdateQuery update) {
            return new Step.UpdateQuery(entity, query(update.query()), record(entity, null, update.patch()));
        } else if (write instanceof Step.DeleteQuery delete) {
            return new Step.DeleteQuery(entity, query(delete.query()));
        } else if (write instanceof Step.StoreAgain again) {
            return new Step.StoreAgain(entity, query(again.query()), again.how());
        } else if (write instanceof Step.LinkKeys link) {
            return after.entity(entity).relation(link.relation()) == null ? null : link;
        } else if (write instanceof Step.Associate link) {
            return after.entity(entity).relation(link.relation()) == null ? null : link;
        } else if (write instanceof Step.LinkPivots link) {
            return after.entity(entity).relation(link.relation()) == null ? null : links(link);
        }
        return write;
    }

    private Step.Action links(Step.LinkPivots link) {
        String pivot = after.entity(link.entity()).relation(link.relation()).pivot();
        List<Step.Link> links = link.links().stream()
                .map(one -> new Step.Link(one.related(), record(pivot, null, one.pivot())))
                .toList();
        return new Step.LinkPivots(link.entity(), link.relation(), link.call(), link.parent(), links);
    }

    private List<Map<String, Object>> rows(String entity, List<Map<String, Object>> rows) {
        return rows.stream().map(row -> record(entity, null, row)).toList();
    }

    /** {@code through} is the many-to-many relation under which a record is nested, or null. */
    private Map<String, Object> record(String entity, RelationShape through, Map<String, Object> record) {
        if (record == null) {
            return null;
        }
        EntityShape old = before.seen(before.tableOf(before.entity(entity)));
        EntityShape now = after.seen(after.tableOf(after.entity(entity)));
        Map<String, Object> kept = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            RelationShape relation = old.relation(name);
            if (relation != null && now.relation(name) != null) {
                kept.put(name, nested(relation, record, value));
            } else if (through != null && name.equals(through.accessor())) {
                kept.put(name, value instanceof Map ? record(through.pivot(), null, map(value)) : value);
            } else if (relation == null && (old.attribute(name) == null || now.attribute(name) != null)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private Object nested(RelationShape relation, Map<String, Object> owner, Object value) {
        RelationShape through = relation.isThroughPivot() ? relation : null;
        Object type = relation.targets().size() == 1 ? relation.related() : owner.get(relation.morphType());
        if (!relation.targets().contains(type)) {
            return value;
        }
        String related = (String) type;
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> one instanceof Map ? record(related, through, map(one)) : one)
                    .toList();
        }
        return value instanceof Map ? record(related, through, map(value)) : value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private QueryShape query(QueryShape query) {
        EntityShape own = after.entity(query.entity());
        EntityShape entity = own == null ? null : after.seen(own);
        boolean gone = entity == null
                || query.attributes().stream().anyMatch(attribute -> entity.attribute(attribute) == null);
        return gone ? null : query.with(queries.clauses(entity, null, query.clauses()));
    }
}
