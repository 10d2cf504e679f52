package dev.ananas.orm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.codec.Json;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.Patch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** The attributes of a model that differ from those of a stored record, or all if there is none. */
    <M> Patch<M> dirty(Tables tables, Object one) {
        TableSchema table = entity.table();
        Object key = table.keyOf(one);
        TableRow row = key == null ? null : tables.table(table).get(key);
        Map<String, @Nullable Object> differing = new LinkedHashMap<>();
        for (int column : table.attributes(attribute -> !attribute.timestamps())) {
            Object value = table.get(one, column);
            boolean isSaid = table.has(one, column)
                    && !Component.Attribute.isLeftOut(value)
                    && (row == null || !table.placeholders().isAt(column, one));
            if (isSaid && (row == null || !Objects.equals(value, table.get(row.read(), column)))) {
                differing.put(table.attribute(column).name(), value);
            }
        }
        return Patch.of(differing);
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
