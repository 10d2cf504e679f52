package dev.ananas.orm.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.ValueType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stored values as JSON that {@link StoredValues} reads back as what they were, class and digits included. A value of the class
 * that its attribute declares is written plainly. Where the class is not declared, or is above that of the value, whole numbers
 * stand for {@code Long}, others for {@code Double}, and what JSON cannot tell from these or from text is written with its kind:
 * <code>{"$type": "date", "value": "2026-11-26"}</code>.
 */
public final class StoredJson {
    static final String TYPE = "$type";
    static final String VALUE = "value";
    static final String SET = "set";
    static final String MAP = "map";

    private StoredJson() {}

    /**
     * Writes a value.
     *
     * @throws DataException if it cannot be read back
     */
    public static void write(JsonGenerator out, @Nullable Object value, ValueType type) throws IOException {
        Class<?> declared = type.javaType();
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Meta meta) {
            undeclared(out, meta.toMap(), null);
        } else if (!type.contents().isEmpty()) {
            contents(out, value, type);
        } else if (declared != null && isOf(declared, value)) {
            plain(out, value);
        } else {
            undeclared(out, value, declared);
        }
    }

    private static boolean isOf(Class<?> declared, Object value) {
        return value.getClass() == declared
                || value instanceof Enum<?> constant && constant.getDeclaringClass() == declared
                || value instanceof ZoneId && declared == ZoneId.class;
    }

    private static void contents(JsonGenerator out, Object value, ValueType type) throws IOException {
        ValueType first = type.contents().get(0);
        if (value instanceof Map<?, ?> map) {
            ValueType second = type.contents().get(1);
            if (areNames(map)) {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.writeFieldName((String) entry.getKey());
                    write(out, entry.getValue(), second);
                }
                out.writeEndObject();
            } else {
                pairs(out, map, first, second);
            }
            return;
        }
        elements(out, (Collection<?>) value, first);
    }

    private static void elements(JsonGenerator out, Collection<?> values, ValueType type) throws IOException {
        out.writeStartArray();
        for (Object element : values) {
            write(out, element, type);
        }
        out.writeEndArray();
    }

    private static void pairs(JsonGenerator out, Map<?, ?> map, ValueType keys, ValueType values) throws IOException {
        out.writeStartArray();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeStartArray();
            write(out, entry.getKey(), keys);
            write(out, entry.getValue(), values);
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    /** Whether the keys can be names of members, none of which could be taken for a kind. */
    private static boolean areNames(Map<?, ?> map) {
        return map.keySet().stream().allMatch(key -> key instanceof String name && !name.equals(TYPE));
    }

    private static void plain(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Number number && isFinite(number)) {
            number(out, number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof CharSequence) {
            out.writeString(value.toString());
        } else if (value instanceof Enum<?> constant) {
            out.writeString(constant.name());
        } else {
            StoredKind<?> kind = StoredKind.of(value);
            if (kind == null) {
                Json.write(out, value);
            } else {
                out.writeString(kind.text(value));
            }
        }
    }

    /** Minus zero is a text as well: read as a decimal it loses its sign. */
    private static boolean isFinite(Number number) {
        double value = number.doubleValue();
        boolean floating = number instanceof Double || number instanceof Float;
        return !floating || !Double.isNaN(value) && !Double.isInfinite(value) && !(value == 0 && 1 / value < 0);
    }

    private static void number(JsonGenerator out, Number number) throws IOException {
        if (number instanceof Double || number instanceof Float || number instanceof BigDecimal) {
            out.writeNumber(number.toString());
        } else if (number instanceof BigInteger big) {
            out.writeNumber(big);
        } else {
            out.writeNumber(number.longValue());
        }
    }

    private static void undeclared(JsonGenerator out, Object value, @Nullable Class<?> above) throws IOException {
        if (value instanceof Long || value instanceof Double real && isFinite(real)) {
            number(out, (Number) value);
        } else if (value instanceof Boolean || value instanceof String) {
            plain(out, value);
        } else if (value instanceof Set<?> set) {
            kind(out, SET);
            elements(out, set, ValueType.any());
            out.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            elements(out, list, ValueType.any());
        } else if (value instanceof Map<?, ?> map) {
            map(out, map);
        } else {
            other(out, value, above);
        }
    }

    private static void map(JsonGenerator out, Map<?, ?> map) throws IOException {
        if (areNames(map)) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(out, entry.getValue(), ValueType.any());
            }
        } else {
            kind(out, MAP);
            pairs(out, map, ValueType.any(), ValueType.any());
        }
        out.writeEndObject();
    }

    private static void other(JsonGenerator out, Object value, @Nullable Class<?> above) throws IOException {
        StoredKind<?> kind = StoredKind.of(value);
        if (kind != null) {
            kind(out, kind.name());
            out.writeString(kind.text(value));
            out.writeEndObject();
        } else if (above != null) {
            Json.write(out, value);
        } else {
            throw new DataException(
                    "holds a " + value.getClass().getName()
                            + ", expected a value that JSON can give back; declare the attribute with this class, or give it a cast");
        }
    }

    private static void kind(JsonGenerator out, String name) throws IOException {
        out.writeStartObject();
        out.writeStringField(TYPE, name);
        out.writeFieldName(VALUE);
    }

    /** Whether a node says what it is the value of. */
    static boolean isKind(JsonNode node) {
        return node.isObject() && node.path(TYPE).isTextual() && node.size() == 2 && node.has(VALUE);
    }
}
