package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.QueryShape.All;
import dev.ananas.orm.fuzz.QueryShape.Any;
import dev.ananas.orm.fuzz.QueryShape.Clauses;
import dev.ananas.orm.fuzz.QueryShape.Compare;
import dev.ananas.orm.fuzz.QueryShape.Condition;
import dev.ananas.orm.fuzz.QueryShape.Include;
import dev.ananas.orm.fuzz.QueryShape.Not;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes out of a program what a smaller schema does not have. */
final class Pruner {
    private final SchemaShape before;
    private final SchemaShape after;

    private Pruner(SchemaShape before, SchemaShape after) {
        this.before = before;
        this.after = after;
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
        Step.Write write = (Step.Write) action;
        String entity = write.entity();
        if (after.entity(entity) == null) {
            return null;
        } else if (write instanceof Step.Insert insert) {
            return new Step.Insert(entity, rows(entity, insert.rows()));
        } else if (write instanceof Step.Fresh fresh) {
            return new Step.Fresh(entity, rows(entity, fresh.rows()));
        } else if (write instanceof Step.Save save) {
            return new Step.Save(entity, rows(entity, save.rows()));
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
        EntityShape old = before.entity(entity);
        EntityShape now = after.entity(entity);
        Map<String, Object> kept = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            RelationShape relation = old.relation(name);
            if (relation != null && now.relation(name) != null) {
                kept.put(name, nested(relation, value));
            } else if (through != null && name.equals(through.accessor())) {
                kept.put(name, record(through.pivot(), null, map(value)));
            } else if (relation == null && (old.attribute(name) == null || now.attribute(name) != null)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private Object nested(RelationShape relation, Object value) {
        RelationShape through = relation.isThroughPivot() ? relation : null;
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> record(relation.related(), through, map(one)))
                    .toList();
        }
        return value instanceof Map ? record(relation.related(), through, map(value)) : value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private QueryShape query(QueryShape query) {
        EntityShape entity = after.entity(query.entity());
        return entity == null ? null : query.with(clauses(entity, null, query.clauses()));
    }

    private Clauses clauses(EntityShape entity, EntityShape pivot, Clauses clauses) {
        List<Include> includes = new ArrayList<>();
        for (Include include : clauses.includes()) {
            RelationShape relation = entity.relation(include.relation());
            if (relation != null) {
                EntityShape through = relation.isThroughPivot() ? after.entity(relation.pivot()) : null;
                includes.add(new Include(
                        relation.name(), clauses(after.entity(relation.related()), through, include.clauses())));
            }
        }
        return clauses.include(includes)
                .conditions(
                        conditions(entity, clauses.where()),
                        conditions(entity, clauses.orWhere()),
                        conditions(pivot, clauses.wherePivot()))
                .ordered(
                        clauses.order().stream()
                                .filter(term -> (term.ofPivot() ? pivot : entity).attribute(term.attribute()) != null)
                                .toList(),
                        clauses.linkOrder());
    }

    private static List<Condition> conditions(EntityShape entity, List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> condition(entity, condition))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Condition condition(EntityShape entity, Condition condition) {
        if (condition instanceof Compare compare) {
            return entity.attribute(compare.attribute()) == null ? null : compare;
        }
        if (condition instanceof Not not) {
            Condition inner = condition(entity, not.condition());
            return inner == null ? null : new Not(inner);
        }
        List<Condition> inner =
                conditions(entity, condition instanceof All all ? all.conditions() : ((Any) condition).conditions());
        return inner.isEmpty() ? null : condition instanceof All ? new All(inner) : new Any(inner);
    }
}
