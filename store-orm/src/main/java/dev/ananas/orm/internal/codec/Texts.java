package dev.ananas.orm.internal.codec;

import java.time.DateTimeException;
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
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Texts as values of classes that are written as text: time as ISO 8601, enums, identifiers and what Jackson knows. */
final class Texts {
    private static final Map<Class<?>, Function<String, Object>> TIMES = times();

    private Texts() {}

    /** The value a text stands for, or {@link Values#MISFIT}. */
    static Object convert(String text, Class<?> type) {
        Function<String, Object> time = TIMES.get(type);
        if (time != null) {
            try {
                return time.apply(text);
            } catch (DateTimeException e) {
                return Values.MISFIT;
            }
        }
        return Number.class.isAssignableFrom(type) || type == Boolean.class ? Values.MISFIT : Json.convert(text, type);
    }

    private static Map<Class<?>, Function<String, Object>> times() {
        Map<Class<?>, Function<String, Object>> times = new HashMap<>();
        times.put(Instant.class, text -> OffsetDateTime.parse(text).toInstant());
        times.put(LocalDate.class, LocalDate::parse);
        times.put(LocalTime.class, LocalTime::parse);
        times.put(LocalDateTime.class, LocalDateTime::parse);
        times.put(OffsetDateTime.class, OffsetDateTime::parse);
        times.put(ZonedDateTime.class, ZonedDateTime::parse);
        times.put(Year.class, Year::parse);
        times.put(YearMonth.class, YearMonth::parse);
        times.put(MonthDay.class, MonthDay::parse);
        times.put(Duration.class, Duration::parse);
        times.put(Period.class, Period::parse);
        times.put(ZoneId.class, ZoneId::of);
        return times;
    }
}
