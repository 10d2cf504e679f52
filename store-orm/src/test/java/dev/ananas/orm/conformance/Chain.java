package dev.ananas.orm.conformance;

import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Clauses;
import dev.ananas.orm.query.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of calls on one entity, as a query and as what its terminal asks. */
final class Chain {
    private static final Set<String> TERMINALS = Set.of("get", "all", "first", "find");

    private static final int DEPTH = 3;

    private final Scenario.Model model;
    private final Conditions conditions;
    private final List<@Nullable Object> calls;

    Chain(Scenario scenario, String entity, @Nullable Object calls) {
        this.model = scenario.model(entity);
        this.conditions = new Conditions(scenario, model);
        this.calls = Json.list(calls);
    }

    /** The query that the clauses describe. */
    Query<Row> query(Repository<Row> repository) {
        return on(repository.query());
    }

    /** What the chain asks. */
    Answer<?> answer(Repository<Row> repository) {
        Query<Row> query = query(repository);
        List<@Nullable Object> end = terminal();
        return switch (Json.text(end.get(0))) {
            case "all" -> repository.query();
            case "first" -> query.first();
            case "find" -> find(query, end.get(1));
            default -> query;
        };
    }

    private Answer<?> find(Query<Row> query, @Nullable Object ids) {
        Keys key = model.key();
        return key.isOne(ids) ? query.find(key.key(ids)) : query.find(key.keys(ids));
    }

    private List<@Nullable Object> terminal() {
        for (Object each : calls) {
            List<@Nullable Object> call = Json.list(each);
            if (TERMINALS.contains(Json.text(call.get(0)))) {
                return call;
            }
        }
        return List.of("get");
    }

    /** Says the clauses, up to the terminal. */
    <S extends Clauses<Row, S>> S on(S clauses) {
        S result = clauses;
        for (Object each : calls) {
            List<@Nullable Object> call = Json.list(each);
            String method = Json.text(call.get(0));
            if (TERMINALS.contains(method)) {
                break;
            }
            result = clause(result, method, call.subList(1, call.size()));
        }
        return result;
    }

    private <S extends Clauses<Row, S>> S clause(S clauses, String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "where" -> where(clauses, arguments);
            case "orderBy" -> clauses.orderBy(Orders.of(arguments));
            case "limit" -> clauses.limit(Json.number(arguments.get(0)));
            case "offset" -> clauses.offset(Json.number(arguments.get(0)));
            case "with", "withAll", "withAllRecursive" -> load(clauses, method, arguments);
            case "has", "doesntHave", "whereHas", "whereDoesntHave" -> has(clauses, method, arguments);
            case "groupBy" -> clauses;
            default -> condition(clauses, method, arguments);
        };
    }

    private <S extends Clauses<Row, S>> S where(S clauses, List<@Nullable Object> arguments) {
        if (arguments.size() == 1) {
            return clauses.where(conditions.of("where", arguments));
        }
        String field = Json.text(arguments.get(0));
        if (arguments.size() == 2) {
            return clauses.where(field, arguments.get(1));
        }
        String operator = Json.text(arguments.get(1));
        return clauses.where(field, operator, Conditions.value(operator, arguments.get(2)));
    }

    private <S extends Clauses<Row, S>> S has(S clauses, String method, List<@Nullable Object> arguments) {
        String relation = Json.text(arguments.get(0));
        return switch (method + "/" + arguments.size()) {
            case "has/1" -> clauses.has(relation);
            case "doesntHave/1" -> clauses.doesntHave(relation);
            case "whereHas/2" -> clauses.whereHas(relation, conditions.related(relation, arguments.get(1)));
            case "whereDoesntHave/2" ->
                clauses.whereDoesntHave(relation, conditions.related(relation, arguments.get(1)));
            default -> clauses.where(conditions.of(method, arguments));
        };
    }

    private <S extends Clauses<Row, S>> S condition(S clauses, String method, List<@Nullable Object> arguments) {
        if (!method.startsWith("or")) {
            return clauses.where(conditions.of(method, arguments));
        }
        String alternative = method.substring(2, 3).toLowerCase(Locale.ROOT) + method.substring(3);
        return clauses.orWhere(conditions.of(alternative, arguments));
    }

    private <S extends Clauses<Row, S>> S load(S clauses, String method, List<@Nullable Object> arguments) {
        if (method.equals("withAllRecursive")) {
            return clauses.withAllRecursive(arguments.isEmpty() ? DEPTH : Json.number(arguments.get(0)));
        }
        if (method.equals("withAll")) {
            return arguments.isEmpty() ? clauses.withAll() : clauses.withAll(conditions.related("", arguments.get(0)));
        }
        String relation = Json.text(arguments.get(0));
        return arguments.size() == 1
                ? clauses.with(relation)
                : clauses.with(relation, conditions.related(relation, arguments.get(1)));
    }
}
