package dev.ananas.orm.internal.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.ananas.orm.model.DataException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps, lists and scalars. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** A JSON text as a tree; {@link DataException} with the place of the fault if it is malformed. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new DataException("Malformed JSON" + place + ": " + e.getOriginalMessage());
        }
    }

    /** The records of a JSON document: the object itself, or the elements of a list. */
    public static List<JsonNode> records(JsonNode document) {
        if (document.isObject()) {
            return List.of(document);
        }
        if (!document.isArray()) {
            throw new DataException("Expected a JSON object or a list of them, found "
                    + (document.isMissingNode() ? "no JSON at all" : document));
        }
        List<JsonNode> records = new ArrayList<>(document.size());
        document.forEach(records::add);
        return records;
    }

    /** A node with its members or elements still as nodes; anything else as it is. */
    static @Nullable Object shallow(@Nullable Object value) {
        if (!(value instanceof JsonNode node)) {
            return value;
        }
        if (node.isObject()) {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            return members;
        }
        return node.isArray() ? records(node) : scalar(node);
    }

    /** A node as plain values to the bottom; decimals inside it become doubles. Anything else as it is. */
    static @Nullable Object plain(@Nullable Object value) {
        if (!(value instanceof JsonNode node) || !node.isContainerNode()) {
            return shallow(value);
        }
        if (node.isArray()) {
            List<@Nullable Object> elements = new ArrayList<>(node.size());
            node.forEach(element -> elements.add(inner(element)));
            return elements;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), inner(member.getValue())));
        return members;
    }

    /** A value as an instance of a class; {@link IllegalArgumentException} if it does not fit. */
    static <T> T convert(Object value, Class<T> type) {
        return MAPPER.convertValue(value, type);
    }

    private static @Nullable Object inner(JsonNode node) {
        Object value = plain(node);
        return value instanceof BigDecimal decimal ? (Object) decimal.doubleValue() : value;
    }

    private static @Nullable Object scalar(JsonNode node) {
        if (node.isNumber()) {
            return node.numberValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isPojo()) {
            return ((POJONode) node).getPojo();
        }
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }
}
