package dev.ananas.orm.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.ananas.orm.view.ToOne;
import java.io.IOException;

/** The related model or null; an unloaded relation that is no property is null as well. */
@SuppressWarnings("rawtypes")
final class ToOneSerializer extends StdSerializer<ToOne> {
    private static final long serialVersionUID = 1L;

    ToOneSerializer() {
        super(ToOne.class);
    }

    @Override
    public void serialize(ToOne relation, JsonGenerator out, SerializerProvider provider) throws IOException {
        Object model = ((ToOne<?>) relation).isLoaded() ? ((ToOne<?>) relation).orElse(null) : null;
        provider.defaultSerializeValue(model, out);
    }
}
