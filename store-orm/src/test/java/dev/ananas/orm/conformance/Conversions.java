package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Cast;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.ValueType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Casts and mutators as scenarios name them.
 *
 * @param casts name of a cast by field
 * @param mutators name of a mutator, or names for get and set, by field
 */
record Conversions(Map<String, @Nullable Object> casts, Map<String, @Nullable Object> mutators) {

    static Conversions of(Scenario.Model model) {
        return new Conversions(model.map("casts"), model.map("mutators"));
    }

    /** Adds those of a field to the attribute declared last. */
    void addTo(EntityTypeBuilder<?> builder, String field) {
        if (casts.get(field) != null) {
            builder.cast(cast(Json.text(casts.get(field))));
        }
        Object names = mutators.get(field);
        if (names instanceof Map) {
            builder.mutate(
                    mutator(Json.map(names).get("get")), mutator(Json.map(names).get("set")));
        } else if (names != null) {
            builder.mutate(mutator(names), null);
        }
    }

    static Cast cast(String name) {
        return switch (name) {
            case "string" -> Cast.string();
            case "number" -> Cast.number();
            case "boolean" -> Cast.bool();
            case "date" -> Cast.instant();
            case "array" -> Cast.list();
            default -> throw new IllegalArgumentException("Unknown cast \"" + name + "\"");
        };
    }

    static @Nullable UnaryOperator<@Nullable Object> mutator(@Nullable Object name) {
        if (name == null) {
            return null;
        }
        return switch (Json.text(name)) {
            case "upper" -> ofTexts(text -> text.toUpperCase(Locale.ROOT));
            case "lower" -> ofTexts(text -> text.toLowerCase(Locale.ROOT));
            case "trim" -> ofTexts(String::strip);
            case "reverse" -> ofTexts(text -> new StringBuilder(text).reverse().toString());
            case "exclaim" -> ofTexts(text -> text + "!");
            case "double" -> ofNumbers(number -> number.add(number));
            case "increment" -> ofNumbers(number -> number.add(BigDecimal.ONE));
            case "negate" -> ofNumbers(BigDecimal::negate);
            default -> throw new IllegalArgumentException("Unknown mutator \"" + name + "\"");
        };
    }

    private static UnaryOperator<@Nullable Object> ofTexts(UnaryOperator<String> change) {
        return value -> value instanceof String text ? change.apply(text) : value;
    }

    private static UnaryOperator<@Nullable Object> ofNumbers(UnaryOperator<BigDecimal> change) {
        return value -> value instanceof Number number
                ? ValueType.any().canonical(change.apply(new BigDecimal(number.toString())))
                : value;
    }
}
