package dev.ananas.orm.internal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A class of values that JSON does not tell from another: where the attribute does not say the class, its name is written along.
 *
 * @param name as written
 * @param type the class
 * @param toText writes a value
 * @param fromText reads it
 */
record StoredKind<T>(String name, Class<T> type, Function<T, String> toText, Function<String, T> fromText) {
    private static final Map<Class<?>, StoredKind<?>> BY_TYPE = new LinkedHashMap<>();
    private static final Map<String, StoredKind<?>> BY_NAME = new HashMap<>();

    static {
        add("byte", Byte.class, Byte::valueOf);
        add("short", Short.class, Short::valueOf);
        add("int", Integer.class, Integer::valueOf);
        add("float", Float.class, Float::valueOf);
        add("double", Double.class, Double::valueOf);
        add("char", Character.class, text -> text.charAt(0));
        add("bigInteger", BigInteger.class, BigInteger::new);
        add("bigDecimal", BigDecimal.class, BigDecimal::new);
        add("uuid", UUID.class, UUID::fromString);
        add("instant", Instant.class, Instant::parse);
        add("date", LocalDate.class, LocalDate::parse);
        add("time", LocalTime.class, LocalTime::parse);
        add("dateTime", LocalDateTime.class, LocalDateTime::parse);
        add("offsetDateTime", OffsetDateTime.class, OffsetDateTime::parse);
        add("zonedDateTime", ZonedDateTime.class, ZonedDateTime::parse);
        add("year", Year.class, Year::parse);
        add("yearMonth", YearMonth.class, YearMonth::parse);
        add("monthDay", MonthDay.class, MonthDay::parse);
        add("duration", Duration.class, Duration::parse);
        add("period", Period.class, Period::parse);
        add("zone", ZoneId.class, ZoneId::of);
        Base64.Encoder encoder = Base64.getEncoder();
        Base64.Decoder decoder = Base64.getDecoder();
        add(new StoredKind<>("bytes", byte[].class, encoder::encodeToString, decoder::decode));
    }

    private static <T> void add(String name, Class<T> type, Function<String, T> fromText) {
        add(new StoredKind<>(name, type, Object::toString, fromText));
    }

    private static void add(StoredKind<?> kind) {
        BY_TYPE.put(kind.type, kind);
        BY_NAME.put(kind.name, kind);
    }

    /** The kind of a value; null if there is none. */
    static @Nullable StoredKind<?> of(Object value) {
        return BY_TYPE.get(value instanceof ZoneId ? ZoneId.class : value.getClass());
    }

    /** The kind of this name; null if there is none. */
    static @Nullable StoredKind<?> named(String name) {
        return BY_NAME.get(name);
    }

    /** A value of this kind as text. */
    String text(Object value) {
        return toText.apply(type.cast(value));
    }
}
