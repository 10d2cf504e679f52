package dev.ananas.orm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.codec.Json;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.model.DataException;
import java.util.Collection;
import java.util.List;

/** What a caller gives to a repository to be stored, checked or read as records of its entity. */
record Given(EntitySchema entity, Class<?> model) {

    /** Models of the entity, or an error that shows the first that is none. */
    List<?> models(Collection<?> models) {
        for (Object one : models) {
            if (!entity.isModel(one)) {
                throw new DataException("Entity \"" + entity.name() + "\" expects models of " + model.getSimpleName()
                        + " that belong to it, found " + one);
            }
        }
        return List.copyOf(models);
    }

    /** One record or a list of them; {@code deep} with what is nested in them. */
    List<Input> json(JsonNode document, boolean deep) {
        if (document.isObject()) {
            return List.of(deep ? InputReader.record(entity, document) : InputReader.flat(entity, document));
        }
        List<JsonNode> records = Json.records(document);
        return deep ? InputReader.records(entity, records) : InputReader.flat(entity, records);
    }
}
