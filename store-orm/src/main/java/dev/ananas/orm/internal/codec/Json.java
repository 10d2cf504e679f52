package dev.ananas.orm.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.ananas.orm.model.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private static final ObjectReader ELEMENT = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** A JSON text as a tree; {@link DataException} with the place of the fault if it is malformed. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private static DataException malformed(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return new DataException("Malformed JSON" + place + ": " + e.getOriginalMessage());
    }

    /** The elements of a list that is read from a stream, one at a time. Closes the stream. */
    public static final class Elements implements AutoCloseable {
        private final JsonParser parser;
        private boolean ended;

        /** Elements of the list in a stream of UTF-8, UTF-16 or UTF-32 text. */
        public Elements(InputStream in) {
            try {
                parser = MAPPER.createParser(in);
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    throw new DataException("Expected a JSON list of records, found "
                            + (parser.currentToken() == null ? "no JSON at all" : parser.getText()));
                }
            } catch (JsonProcessingException e) {
                throw malformed(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The next elements, at most as many as asked for; none at the end of the list. */
        public List<JsonNode> next(int most) {
            List<JsonNode> elements = new ArrayList<>(most);
            try {
                while (elements.size() < most && !ended) {
                    ended = parser.nextToken() == JsonToken.END_ARRAY;
                    if (!ended) {
                        elements.add(ELEMENT.readTree(parser));
                    }
                }
            } catch (JsonProcessingException e) {
                throw malformed(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return elements;
        }

        @Override
        public void close() {
            try {
                parser.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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

    /** Writes a value of a class that a mapper knows. */
    static void write(JsonGenerator out, Object value) throws IOException {
        MAPPER.writeTree(out, tree(value));
    }

    /** A value as a tree. */
    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
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
