package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Order;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.Question;
import dev.ananas.store.Selector;
import dev.ananas.store.Versioned;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * What is asked of all matches of a query: groups, or what a helper makes of the list.
 *
 * @param query the query
 */
record Ending(Query<Row> query) {

    Answer<?> helped(String helper, List<@Nullable Object> arguments) {
        return switch (helper) {
            case "groupBy" -> groups(Json.texts(arguments));
            case "keys" -> query.keys();
            case "pluck" -> query.pluck(Json.text(arguments.get(0)));
            case "sum" -> query.sum(Json.text(arguments.get(0)));
            case "min" -> new OrZero(query.min(Json.text(arguments.get(0))));
            case "max" -> new OrZero(query.max(Json.text(arguments.get(0))));
            case "sortBy" -> sorted(arguments);
            default -> throw new IllegalArgumentException("Unknown helper \"" + helper + "\"");
        };
    }

    Answer<?> groups(List<String> fields) {
        return switch (fields.size()) {
            case 1 -> query.groupBy(fields.get(0));
            default ->
                query.groupBy(
                        fields.get(0),
                        fields.get(1),
                        fields.subList(2, fields.size()).toArray(String[]::new));
        };
    }

    /** An order for the query, which has none of its own. */
    Query<Row> sorted(List<@Nullable Object> arguments) {
        if (arguments.get(0) instanceof List<?> terms) {
            Query<Row> ordered = query;
            for (Object term : terms) {
                ordered = ordered.orderBy(Orders.of(Json.list(term)));
            }
            return ordered;
        }
        Order.Term<Row> term = Orders.by(arguments.get(0));
        return query.orderBy(arguments.size() > 1 ? Orders.flagged(term, arguments.get(1)) : term);
    }

    /** An optional number as scenarios want it: 0 for none. */
    private record OrZero(Answer<? extends Optional<Number>> number) implements Answer<Number> {
        @Override
        public Number get() {
            return orZero(number.get());
        }

        @Override
        public Flux<Number> flux() {
            return number.flux().map(OrZero::orZero);
        }

        @Override
        public Flux<Versioned<Number>> versions() {
            return number.versions().map(each -> new Versioned<>(each.version(), orZero(each.value())));
        }

        @Override
        public Selector<Number> selector() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Question<Number> question() {
            throw new UnsupportedOperationException();
        }

        private static Number orZero(Optional<Number> number) {
            return number.orElse(0);
        }
    }
}
