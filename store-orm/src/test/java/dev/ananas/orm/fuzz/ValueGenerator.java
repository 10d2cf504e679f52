package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values, keys and flat records from tiny ranges, so that they meet. */
final class ValueGenerator {
    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final List<String> TEXTS = List.of("", "a", "A", "b", "ab", "a%b", "ba_");

    private final Dice dice;
    private final SchemaShape schema;

    ValueGenerator(Dice dice, SchemaShape schema) {
        this.dice = dice;
        this.schema = schema;
    }

    /** A value of an attribute; keys and foreign keys are of the same range. */
    Object value(EntityShape entity, AttributeShape attribute) {
        if (attribute.name().equals("case")) {
            EntityShape one = dice.oneIn(15) ? schema.tableOf(entity) : entity;
            return dice.one(schema.family(one)).value();
        }
        if (!entity.key().contains(attribute.name()) && dice.may(Feature.NULLS, 6)) {
            return null;
        }
        String name = attribute.name();
        if (name.startsWith("type")) {
            return dice.oneIn(10) ? "nothing" : dice.one(schema.entities()).name();
        }
        if (attribute.is(Trait.CAST_TEXT) && dice.oneIn(3)) {
            return dice.one(1, true, 0.5);
        }
        if (attribute.is(Trait.CAST_NUMBER) && dice.oneIn(3)) {
            return dice.one("1", "2.5", true);
        }
        boolean refers = isKey(entity, name);
        return switch (attribute.kind()) {
            case NUMBER, ANY ->
                refers || !dice.oneIn(6) ? number(highest(entity, name)) : (Object) (dice.below(6) / 2.0);
            case TEXT -> refers ? dice.one(KEYS.subList(0, isEnd(name) ? 2 : 4)) : dice.one(TEXTS);
            case BOOL -> dice.oneIn(8) ? dice.one(0, 1, "", "0", "x") : (Object) dice.oneIn(2);
            case TAGS -> dice.some(0, name.startsWith("ids") ? 4 : 2, () -> number(4));
            case UID -> "u" + dice.below(4);
            case TIMES -> Map.of("createdAt", dice.below(20), "updatedAt", dice.below(20));
        };
    }

    /** Sometimes written as a decimal, which is the same number. */
    private Object number(int highest) {
        int value = dice.between(0, highest);
        return dice.oneIn(8) ? (Object) (double) value : (Object) value;
    }

    private static boolean isKey(EntityShape entity, String attribute) {
        return entity.key().contains(attribute) || attribute.startsWith("fk") || isEnd(attribute);
    }

    /**
     * Whether values should repeat: the ends of a pivot, so that pairs occur twice, and keys that need not be unique.
     */
    private static boolean isEnd(String attribute) {
        return attribute.equals("code")
                || attribute.startsWith("near")
                || attribute.startsWith("far")
                || attribute.startsWith("third");
    }

    /** Pivots differ in little, so that one of a pair satisfies a condition and the other does not. */
    private static int highest(EntityShape entity, String attribute) {
        if (isEnd(attribute)) {
            return 2;
        }
        boolean ofPivot =
                entity.attributes().stream().anyMatch(one -> one.name().startsWith("near"));
        return ofPivot && !isKey(entity, attribute) ? 1 : 4;
    }

    /** A key as programs write it. */
    Object key(EntityShape entity) {
        List<Object> parts = new ArrayList<>();
        entity.key().forEach(part -> parts.add(value(entity, entity.attribute(part))));
        return parts.size() == 1 ? parts.get(0) : parts;
    }

    List<Object> keys(EntityShape entity, int low, int high) {
        return dice.some(low, high, () -> key(entity));
    }

    /** A flat record with its whole key, unless that is generated. */
    Map<String, Object> record(EntityShape entity) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (AttributeShape attribute : schema.seen(entity).attributes()) {
            boolean ofKey = entity.key().contains(attribute.name());
            boolean optional = attribute.kind() == Kind.UID || ofKey && attribute.standard() != null;
            boolean times = attribute.kind() == Kind.TIMES;
            if (times ? dice.oneIn(10) : optional ? dice.oneIn(2) : ofKey || !dice.oneIn(3)) {
                record.put(attribute.name(), value(entity, attribute));
            }
        }
        if (dice.oneIn(20)) {
            record.put("undeclared", 1);
        }
        return record;
    }

    /** New values for some attributes that are not of the key and not among the protected ones. */
    Map<String, Object> patch(EntityShape entity, List<String> besides) {
        Map<String, Object> patch = new LinkedHashMap<>();
        for (AttributeShape attribute : entity.attributes()) {
            boolean free = !entity.key().contains(attribute.name()) && !besides.contains(attribute.name());
            if (free && dice.oneIn(3)) {
                patch.put(attribute.name(), value(entity, attribute));
            }
        }
        return patch;
    }
}
