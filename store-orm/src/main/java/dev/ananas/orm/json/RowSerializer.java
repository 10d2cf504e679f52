package dev.ananas.orm.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.RelationType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.io.IOException;
import java.util.Map;

/** Attributes, loaded relations, and the pivot under the name of its accessor. */
final class RowSerializer extends StdSerializer<Row> {
    private static final long serialVersionUID = 1L;

    RowSerializer() {
        super(Row.class);
    }

    @Override
    public void serialize(Row row, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, Object> attribute : row.attributes().entrySet()) {
            provider.defaultSerializeField(attribute.getKey(), attribute.getValue(), out);
        }
        for (Component component : row.type().components()) {
            if (component instanceof RelationType relation) {
                relation(row, relation, out, provider);
            }
        }
        Row pivot = row.pivot();
        if (pivot != null) {
            provider.defaultSerializeField(row.pivotName(), pivot, out);
        }
        out.writeEndObject();
    }

    private static void relation(Row row, RelationType relation, JsonGenerator out, SerializerProvider provider)
            throws IOException {
        if (relation.toMany()) {
            ToMany<Row> models = row.many(relation.name());
            if (models.isLoaded()) {
                provider.defaultSerializeField(relation.name(), models, out);
            }
        } else {
            ToOne<Row> model = row.one(relation.name());
            if (model.isLoaded()) {
                provider.defaultSerializeField(relation.name(), model.orElse(null), out);
            }
        }
    }
}
