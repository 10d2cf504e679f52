package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.RelatedThroughPivot;
import dev.ananas.orm.query.TextAttribute;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on one model.
 *
 * @param scenario knows the other models
 * @param model the model they are about
 */
record Conditions(Scenario scenario, Scenario.Model model) {

    /** The condition of a call: {@code where}, {@code whereIn} and so on, without the {@code or}. */
    Condition<Row> of(String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "where" -> where(arguments);
            case "whereIn" -> Condition.of(field(arguments), "in", arguments.get(1));
            case "whereNotIn" -> Condition.of(field(arguments), "notIn", arguments.get(1));
            case "whereNull" -> Condition.of(field(arguments), "null", null);
            case "whereNotNull" -> Condition.of(field(arguments), "notNull", null);
            case "whereLike" -> like(arguments);
            case "has", "doesntHave", "whereHas", "whereDoesntHave" -> has(method, arguments);
            case "whereId" -> model.key().condition(arguments.get(0));
            default -> throw new IllegalArgumentException("Unknown condition \"" + method + "\"");
        };
    }

    /** A number of related models: relation, then clauses if the method has them, then operator and number. */
    private Condition<Row> has(String method, List<@Nullable Object> arguments) {
        String relation = field(arguments);
        boolean restricted = method.startsWith("where") && arguments.size() > 1;
        UnaryOperator<RelatedThroughPivot<Row, Row>> related =
                restricted ? related(relation, arguments.get(1)) : UnaryOperator.identity();
        if (method.endsWith("oesntHave")) {
            return Condition.has(relation, related, "<", 1);
        }
        List<@Nullable Object> number = arguments.subList(restricted ? 2 : 1, arguments.size());
        return switch (number.size()) {
            case 0 -> Condition.has(relation, related, ">=", 1);
            case 1 -> Condition.has(relation, related, ">=", Json.number(number.get(0)));
            default -> Condition.has(relation, related, Json.text(number.get(0)), Json.number(number.get(1)));
        };
    }

    /** What a chain says about related models. */
    UnaryOperator<RelatedThroughPivot<Row, Row>> related(String relation, @Nullable Object chain) {
        List<String> entities = model.related(relation);
        String far = entities.isEmpty() ? model.entity() : entities.get(0);
        return clauses -> new Chain(scenario, far, chain).on(clauses);
    }

    private Condition<Row> where(List<@Nullable Object> arguments) {
        return switch (arguments.size()) {
            case 1 -> predicate(arguments.get(0));
            case 2 -> Condition.of(field(arguments), arguments.get(1) instanceof List ? "in" : "=", arguments.get(1));
            default -> compare(arguments);
        };
    }

    private Condition<Row> predicate(@Nullable Object predicate) {
        if (predicate instanceof List) {
            return compare(Json.list(predicate));
        }
        Map.Entry<String, @Nullable Object> only =
                Json.map(predicate).entrySet().iterator().next();
        return switch (only.getKey()) {
            case "any" -> joined(only.getValue(), Condition::or);
            case "all" -> joined(only.getValue(), Condition::and);
            case "not" -> predicate(only.getValue()).not();
            default -> throw new IllegalArgumentException("Unknown predicate " + Json.print(predicate));
        };
    }

    private Condition<Row> joined(@Nullable Object predicates, BinaryOperator<Condition<Row>> join) {
        return Json.list(predicates).stream()
                .map(this::predicate)
                .reduce(join)
                .orElseThrow(() -> new IllegalArgumentException("A predicate without parts"));
    }

    private Condition<Row> compare(List<@Nullable Object> arguments) {
        String operator = Json.text(arguments.get(1));
        Object value = arguments.size() > 2 ? arguments.get(2) : null;
        return Condition.of(field(arguments), operator, value(operator, value));
    }

    /** Scenarios know no escape in patterns, Ananas does. */
    static @Nullable Object value(String operator, @Nullable Object value) {
        return operator.equals("like") ? pattern(value) : value;
    }

    private Condition<Row> like(List<@Nullable Object> arguments) {
        boolean caseSensitive = arguments.size() > 2 && Boolean.TRUE.equals(arguments.get(2));
        return caseSensitive
                ? TextAttribute.<Row>text(model.entity(), field(arguments)).like(pattern(arguments.get(1)))
                : Condition.of(field(arguments), "like", pattern(arguments.get(1)));
    }

    private static String pattern(@Nullable Object pattern) {
        return String.valueOf(Objects.requireNonNull(pattern, "pattern")).replace("\\", "\\\\");
    }

    private static String field(List<@Nullable Object> arguments) {
        return Json.text(arguments.get(0));
    }
}
