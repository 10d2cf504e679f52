package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models as plain values. Every relation that is loaded is shown, and no other. */
final class Answers {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Answers() {}

    /** Below which many-to-many relations the pivot is shown under its accessor. */
    enum Pivots {
        /** Below none. */
        NONE,
        /** Below the first one on the way from the top; never below the inverse of a polymorphic one. */
        OUTERMOST,
        /** Below each. */
        EVERY
    }

    /** A row, an optional row, rows, groups of rows, or plain values; null for no row. */
    static @Nullable Object of(@Nullable Object answer, Pivots pivots) {
        if (answer instanceof Optional<?> maybe) {
            return of(maybe.orElse(null), pivots);
        }
        if (answer instanceof Row || answer instanceof Record && !(answer instanceof Meta)) {
            return record(Rows.of(answer), pivots);
        }
        if (answer instanceof Collection<?> rows) {
            List<@Nullable Object> list = new ArrayList<>();
            rows.forEach(row -> list.add(of(row, pivots)));
            return list;
        }
        if (answer instanceof Map<?, ?> groups) {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            groups.forEach((key, rows) -> shown.put(groupName(key), of(rows, pivots)));
            return shown;
        }
        if (answer instanceof Instant instant) {
            return MILLISECONDS.format(instant);
        }
        if (answer instanceof Meta meta) {
            return meta.toMap();
        }
        if (answer == null || answer instanceof Number || answer instanceof String || answer instanceof Boolean) {
            return answer;
        }
        throw new IllegalArgumentException("Neither rows nor a plain value: " + answer);
    }

    /** The attributes of a record; points in time as text, and when it was stored as a map. */
    static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(attributes);
        plain.replaceAll(
                (name, value) -> value instanceof Instant || value instanceof Meta ? of(value, Pivots.NONE) : value);
        return plain;
    }

    private static String groupName(@Nullable Object key) {
        return key instanceof List<?> keys
                ? keys.stream().map(Answers::part).collect(Collectors.joining(",", "[", "]"))
                : String.valueOf(key);
    }

    private static String part(@Nullable Object key) {
        return key == null ? "" : key.toString();
    }

    private static Map<String, @Nullable Object> record(Row row, Pivots pivots) {
        Map<String, @Nullable Object> record = plain(row.attributes());
        for (Component component : row.type().components()) {
            if (component instanceof RelationType.ThroughPivot relation) {
                linked(row.many(relation.name()), relation, pivots, record);
            } else if (component instanceof RelationType relation && relation.toMany()) {
                many(row.many(relation.name()), relation.name(), pivots, record);
            } else if (component instanceof RelationType relation) {
                one(row.one(relation.name()), relation.name(), pivots, record);
            }
        }
        return record;
    }

    private static void one(ToOne<Row> related, String name, Pivots pivots, Map<String, @Nullable Object> record) {
        if (related.isLoaded()) {
            record.put(name, of(related.orElse(null), pivots));
        }
    }

    private static void many(ToMany<Row> related, String name, Pivots pivots, Map<String, @Nullable Object> record) {
        if (related.isLoaded()) {
            record.put(name, of(related, pivots));
        }
    }

    private static void linked(
            ToMany<Row> related,
            RelationType.ThroughPivot relation,
            Pivots pivots,
            Map<String, @Nullable Object> record) {
        if (!related.isLoaded()) {
            return;
        }
        boolean inverse = relation.relatedMorphType() != null && pivots == Pivots.OUTERMOST;
        Pivots below = pivots == Pivots.OUTERMOST && !inverse ? Pivots.NONE : pivots;
        String accessor = relation.as() == null ? "pivot" : relation.as();
        List<@Nullable Object> list = new ArrayList<>();
        for (Object model : related) {
            Row row = Rows.of(model);
            Map<String, @Nullable Object> shown = record(row, below);
            if (pivots != Pivots.NONE && !inverse) {
                Row pivot = row.pivot(accessor);
                shown.put(accessor, pivot == null ? null : plain(pivot.attributes()));
            }
            list.add(shown);
        }
        record.put(relation.name(), list);
    }
}
