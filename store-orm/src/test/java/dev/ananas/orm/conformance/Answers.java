package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as plain values. Every relation that is loaded is shown, and no other. */
final class Answers {
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
        if (answer instanceof Row row) {
            return record(row, pivots);
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
        if (answer == null || answer instanceof Number || answer instanceof String || answer instanceof Boolean) {
            return answer;
        }
        throw new IllegalArgumentException("Neither rows nor a plain value: " + answer);
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
        Map<String, @Nullable Object> record = new LinkedHashMap<>(row.attributes());
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
        for (Row row : related) {
            Map<String, @Nullable Object> shown = record(row, below);
            if (pivots != Pivots.NONE && !inverse) {
                Row pivot = row.pivot(accessor);
                shown.put(accessor, pivot == null ? null : new LinkedHashMap<>(pivot.attributes()));
            }
            list.add(shown);
        }
        record.put(relation.name(), list);
    }
}
