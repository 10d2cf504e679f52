package dev.ananas.orm.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The casts that come with the library. Null stays null in all of them. */
final class Casts {
    static final Cast STRING = new OfFunctions("a text, a number or a boolean", Casts::text, value -> value);
    static final Cast NUMBER = new OfFunctions("a number or a decimal text", Casts::number, value -> value);
    static final Cast BOOLEAN = new OfFunctions(
            "a boolean, a number or a text",
            value -> Objects.requireNonNull(DynamicValueType.BOOLEAN.canonical(value)),
            value -> value);
    static final Cast INSTANT = new OfFunctions("a point in time", Casts::iso, value -> Instant.parse((String) value));
    static final Cast LIST = new OfFunctions("a list", Casts::json, Casts::list);

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Casts() {}

    /** A cast made of two functions of values that are not null. */
    private record OfFunctions(String expected, UnaryOperator<Object> set, UnaryOperator<Object> get) implements Cast {
        @Override
        public @Nullable Object set(@Nullable Object given) {
            return given == null ? null : set.apply(given);
        }

        @Override
        public @Nullable Object get(@Nullable Object stored) {
            return stored == null ? null : get.apply(stored);
        }
    }

    /** Constants by name. */
    record OfEnum<E extends Enum<E>>(Class<E> type) implements Cast {
        @Override
        public @Nullable Object set(@Nullable Object given) {
            if (given == null) {
                return null;
            }
            Enum<?> constant = type.isInstance(given) ? type.cast(given) : Enum.valueOf(type, given.toString());
            return constant.name();
        }

        @Override
        public @Nullable Object get(@Nullable Object stored) {
            return stored == null ? null : Enum.valueOf(type, (String) stored);
        }

        @Override
        public String expected() {
            return "a constant of " + type.getSimpleName();
        }
    }

    private static Object text(Object value) {
        if (value instanceof Number number) {
            Number canonical = Numbers.canonical(number);
            return canonical instanceof BigDecimal decimal ? decimal.toPlainString() : canonical.toString();
        }
        return value.toString();
    }

    private static Object number(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        return Numbers.canonical(
                value instanceof Number number
                        ? number
                        : new BigDecimal(value.toString().strip()));
    }

    private static Object iso(Object value) {
        return MILLIS.format(instant(value));
    }

    private static Instant instant(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof Number millis) {
            return Instant.ofEpochMilli(millis.longValue());
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        return parsed(value.toString());
    }

    private static Instant parsed(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            String time = text.substring(text.indexOf('T'));
            boolean hasOffset = time.endsWith("Z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
            return hasOffset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No point in time: " + text, e);
        }
    }

    private static Object json(Object value) {
        if (!(value instanceof Collection) && !(value instanceof String)) {
            throw new IllegalArgumentException("No list: " + value);
        }
        try {
            // a text is a list in stored form already
            return MAPPER.writeValueAsString(value instanceof String text ? MAPPER.readValue(text, List.class) : value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No list: " + value, e);
        }
    }

    private static Object list(Object value) {
        try {
            return Objects.requireNonNull(DynamicValueType.ANY.canonical(MAPPER.readValue((String) value, List.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No list: " + value, e);
        }
    }
}
