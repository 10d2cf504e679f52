package dev.ananas.orm.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.ananas.orm.model.Key;
import java.io.IOException;

/** The parts of a key as a list. */
final class KeySerializer extends StdSerializer<Key> {
    private static final long serialVersionUID = 1L;

    KeySerializer() {
        super(Key.class);
    }

    @Override
    public void serialize(Key key, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < key.size(); i++) {
            provider.defaultSerializeValue(key.part(i), out);
        }
        out.writeEndArray();
    }
}
