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
        int end = end();
        List<@Nullable Object> terminal = end < calls.size() ? Json.list(calls.get(end)) : List.of("get");
        if (end + 1 < calls.size()) {
            return helped(listed(query, terminal), calls.subList(end + 1, calls.size()));
        }
        return switch (Json.text(terminal.get(0))) {
            case "all" -> repository.query();
            case "first" -> query.first();
            case "find" -> find(query, terminal.get(1));
            default -> groups().isEmpty() ? query : new Ending(query).groups(groups());
        };
    }

    /** The matches that a terminal makes a list of. */
    private Query<Row> listed(Query<Row> query, List<@Nullable Object> terminal) {
        return switch (Json.text(terminal.get(0))) {
            case "get", "all" -> query;
            case "find" -> query.where(model.key().condition(terminal.get(1)));
            default -> throw new IllegalArgumentException("A helper after \"" + terminal.get(0) + "\"");
        };
    }

    /** What helpers make of a list one after the other; only a sorted list is a list of records still. */
    private Answer<?> helped(Query<Row> query, List<@Nullable Object> helpers) {
        List<@Nullable Object> helper = Json.list(helpers.get(0));
        checkSortable(helper);
        Answer<?> answer = new Ending(query).helped(Json.text(helper.get(0)), helper.subList(1, helper.size()));
        if (helpers.size() == 1) {
            return answer;
        }
        if (!helper.get(0).equals("sortBy")) {
            throw new IllegalArgumentException("A helper after \"" + helper.get(0) + "\"");
        }
        return helped(new Ending(query).sorted(helper.subList(1, helper.size())), helpers.subList(1, helpers.size()));
    }

    /** The library sorts before it cuts and by the first term first; a list that is sorted later must not be either. */
    private void checkSortable(List<@Nullable Object> helper) {
        if (helper.get(0).equals("sortBy")
                && calls.stream()
                        .map(call -> Json.list(call).get(0))
                        .anyMatch(Set.of("orderBy", "limit", "offset")::contains)) {
            throw new IllegalArgumentException("sortBy after an order or a limit");
        }
    }

    private List<String> groups() {
        for (Object each : calls) {
            List<@Nullable Object> call = Json.list(each);
            if ("groupBy".equals(call.get(0))) {
                return Json.texts(call.subList(1, call.size()));
            }
        }
        return List.of();
    }

    private Answer<?> find(Query<Row> query, @Nullable Object ids) {
        Keys key = model.key();
        return key.isOne(ids) ? query.find(key.key(ids)) : query.find(key.keys(ids));
    }

    /** Place of the terminal, or the number of calls. */
    private int end() {
        int end = 0;
        while (end < calls.size()
                && !TERMINALS.contains(Json.text(Json.list(calls.get(end)).get(0)))) {
            end++;
        }
        return end;
    }

    /** Says the clauses, up to the terminal. */
    <S extends Clauses<Row, S>> S on(S clauses) {
        S result = clauses;
        for (Object each : calls.subList(0, end())) {
            List<@Nullable Object> call = Json.list(each);
            result = clause(result, Json.text(call.get(0)), call.subList(1, call.size()));
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
            case "makeVisible" ->
                clauses.makeVisible(Json.texts(arguments.get(0)).toArray(String[]::new));
            case "makeHidden" -> clauses.makeHidden(Json.texts(arguments.get(0)).toArray(String[]::new));
            case "withMeta" -> clauses.withMeta();
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
