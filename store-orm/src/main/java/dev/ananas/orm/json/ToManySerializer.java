package dev.ananas.orm.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.ananas.orm.view.ToMany;
import java.io.IOException;

/** The related models as a list; an unloaded relation that is no property is null. */
@SuppressWarnings("rawtypes")
final class ToManySerializer extends StdSerializer<ToMany> {
    private static final long serialVersionUID = 1L;

    ToManySerializer() {
        super(ToMany.class);
    }

    @Override
    public void serialize(ToMany relation, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (!relation.isLoaded()) {
            out.writeNull();
            return;
        }
        out.writeStartArray();
        for (Object model : (ToMany<?>) relation) {
            provider.defaultSerializeValue(model, out);
        }
        out.writeEndArray();
    }
}
