package dev.ananas.orm.conformance;

import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Clauses;
import dev.ananas.orm.query.Order;
import dev.ananas.orm.query.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of calls on one entity, as a query and as what its terminal asks. */
final class Chain {
    private static final Set<String> TERMINALS = Set.of("get", "all", "first", "find");

    private final Scenario scenario;
    private final Scenario.Model model;
    private final List<@Nullable Object> calls;

    Chain(Scenario scenario, String entity, @Nullable Object calls) {
        this.scenario = scenario;
        this.model = scenario.model(entity);
        this.calls = Json.list(calls);
    }

    /** The query that the clauses describe. */
    Query<Row> query(Repository<Row> repository) {
        return applied(repository.query(), model, calls);
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

    private <S extends Clauses<Row, S>> S applied(S clauses, Scenario.Model of, List<@Nullable Object> said) {
        S result = clauses;
        for (Object each : said) {
            List<@Nullable Object> call = Json.list(each);
            String method = Json.text(call.get(0));
            if (TERMINALS.contains(method)) {
                break;
            }
            result = clause(result, of, method, call.subList(1, call.size()));
        }
        return result;
    }

    private <S extends Clauses<Row, S>> S clause(
            S clauses, Scenario.Model of, String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "where" -> where(clauses, of, arguments);
            case "orderBy" -> clauses.orderBy(order(arguments));
            case "limit" -> clauses.limit(number(arguments));
            case "offset" -> clauses.offset(number(arguments));
            case "with" -> with(clauses, of, arguments);
            default -> condition(clauses, of, method, arguments);
        };
    }

    private static <S extends Clauses<Row, S>> S where(S clauses, Scenario.Model of, List<@Nullable Object> arguments) {
        if (arguments.size() == 1) {
            return clauses.where(new Conditions(of).of("where", arguments));
        }
        String field = Json.text(arguments.get(0));
        if (arguments.size() == 2) {
            return clauses.where(field, arguments.get(1));
        }
        String operator = Json.text(arguments.get(1));
        return clauses.where(field, operator, Conditions.value(operator, arguments.get(2)));
    }

    private static <S extends Clauses<Row, S>> S condition(
            S clauses, Scenario.Model of, String method, List<@Nullable Object> arguments) {
        Conditions conditions = new Conditions(of);
        if (!method.startsWith("or")) {
            return clauses.where(conditions.of(method, arguments));
        }
        String alternative = method.substring(2, 3).toLowerCase(Locale.ROOT) + method.substring(3);
        return clauses.orWhere(conditions.of(alternative, arguments));
    }

    private static Order<Row> order(List<@Nullable Object> arguments) {
        Order<Row> order = Order.by(Json.text(arguments.get(0)));
        return arguments.size() > 1 && "desc".equals(arguments.get(1)) ? order.reversed() : order;
    }

    private static int number(List<@Nullable Object> arguments) {
        if (arguments.get(0) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("Expected a number, found " + Json.print(arguments));
    }

    private <S extends Clauses<Row, S>> S with(S clauses, Scenario.Model of, List<@Nullable Object> arguments) {
        String relation = Json.text(arguments.get(0));
        String related = of.related(relation);
        if (arguments.size() == 1 || related == null) {
            return clauses.with(relation);
        }
        Scenario.Model far = scenario.model(related);
        return clauses.with(relation, clausesOfFar -> applied(clausesOfFar, far, Json.list(arguments.get(1))));
    }
}
