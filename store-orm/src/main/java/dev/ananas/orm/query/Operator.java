package dev.ananas.orm.query;

import dev.ananas.orm.model.Names;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How an attribute is compared with one value. */
public enum Operator {
    /** Equal by type and value; null equals null. */
    EQUAL("="),
    /** The opposite of {@link #EQUAL}. */
    NOT_EQUAL("!="),
    /** Greater; never holds for null or for values of different kinds, like the other orderings. */
    GREATER(">"),
    /** Greater or equal. */
    AT_LEAST(">="),
    /** Less. */
    LESS("<"),
    /** Less or equal. */
    AT_MOST("<="),
    /** The attribute is a list and has an element equal to the value. */
    CONTAINS("contains");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /**
     * The operator in queries by name.
     *
     * @return such as {@code >=}
     */
    public String symbol() {
        return symbol;
    }

    static Operator of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        var known = Arrays.stream(values()).map(Operator::symbol).collect(Collectors.toList());
        known.addAll(Condition.OTHER_OPERATORS);
        throw new IllegalArgumentException(Names.unknown("operator", symbol, "a condition", known));
    }
}
