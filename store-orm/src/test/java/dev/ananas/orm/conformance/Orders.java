package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Order;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Order terms as scenarios write them. */
final class Orders {
    private static final String IGNORING_CASE = "SORT_FLAG_CASE";

    private Orders() {}

    /** The term of a call: what to sort by, direction, flag. */
    static Order<Row> of(List<@Nullable Object> arguments) {
        Order.Term<Row> term = by(arguments.get(0));
        if (arguments.size() > 2) {
            term = flagged(term, arguments.get(2));
        }
        return arguments.size() > 1 && "desc".equals(arguments.get(1)) ? term.reversed() : term;
    }

    /** An attribute, an attribute of a related model, or a function of an attribute. */
    static Order.Term<Row> by(@Nullable Object what) {
        if (!(what instanceof Map)) {
            return Order.by(Json.text(what));
        }
        Map<String, @Nullable Object> function = Json.map(what);
        String name = Json.text(function.get("fn"));
        String field = Json.text(function.get("field"));
        return Order.by(
                name + " of " + field,
                (Object model) -> applied(name, Rows.of(model).get(field)));
    }

    static Order.Term<Row> flagged(Order.Term<Row> term, @Nullable Object flag) {
        if (!IGNORING_CASE.equals(flag)) {
            throw new IllegalArgumentException("Unknown flag " + Json.print(flag));
        }
        return term.ignoringCase();
    }

    private static @Nullable Comparable<?> applied(String function, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (function) {
            case "length" -> ((String) value).length();
            case "negate" -> -((Number) value).doubleValue();
            case "lower" -> ((String) value).toLowerCase(Locale.ROOT);
            default -> throw new IllegalArgumentException("Unknown function \"" + function + "\"");
        };
    }
}
