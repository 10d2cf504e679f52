package dev.ananas.store.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the state of a slice as JSON and reads it back.
 *
 * @param <S> the state of the slice
 */
public interface SliceCodec<S> {

    /**
     * Writes one JSON value.
     *
     * @param state the state
     * @param out stands where the value belongs
     */
    void write(S state, JsonGenerator out) throws IOException;

    /**
     * Reads one JSON value.
     *
     * @param in stands at the first token of the value, afterwards at its last one
     * @return the state; null is refused
     * @throws IllegalArgumentException if the value makes no state; its message becomes that of the fault
     */
    @Nullable
    S read(JsonParser in) throws IOException;

    /**
     * Leaves both to a mapper of the caller.
     *
     * <p>A plain mapper reads and writes records by reflection, which Android does not have for them: there, give a mapper that
     * needs none, or use {@link #of(Function, Function)}.
     *
     * @param mapper any mapper that can write and read the class
     * @param type the class of the state
     */
    static <S> SliceCodec<S> of(ObjectMapper mapper, Class<S> type) {
        ObjectWriter writer = Objects.requireNonNull(mapper, "mapper").writerFor(type);
        ObjectReader reader = mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        return new SliceCodec<>() {
            @Override
            public void write(S state, JsonGenerator out) throws IOException {
                writer.writeValue(out, state);
            }

            @Override
            public @Nullable S read(JsonParser in) throws IOException {
                return reader.readValue(in);
            }
        };
    }

    /**
     * Writes and reads by two functions, without reflection.
     *
     * @param toJson pure
     * @param fromJson pure; throws {@link IllegalArgumentException} for what makes no state
     */
    static <S> SliceCodec<S> of(Function<S, JsonNode> toJson, Function<JsonNode, S> fromJson) {
        Objects.requireNonNull(toJson, "toJson");
        Objects.requireNonNull(fromJson, "fromJson");
        return new SliceCodec<>() {
            @Override
            public void write(S state, JsonGenerator out) throws IOException {
                SnapshotJson.write(toJson.apply(state), out);
            }

            @Override
            public S read(JsonParser in) throws IOException {
                return fromJson.apply(SnapshotJson.tree(in));
            }
        };
    }
}
