package dev.ananas.orm.internal.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.internal.codec.StoredJson;
import dev.ananas.orm.internal.codec.StoredValues;
import dev.ananas.orm.internal.codec.Values;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableContent;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.DataException;
import dev.ananas.store.snapshot.SnapshotReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table as JSON: its place in insertion order and its attributes as stored, <code>[17, {"id": 1, "name": "Ada"}]</code>. A
 * row without a place, as a migration may add it, stands behind the one before it. An attribute that is missing has its default.
 */
record RowFormat(TableSchema table) {

    void write(TableRow row, JsonGenerator out) throws IOException {
        out.writeStartArray();
        out.writeNumber(row.seq());
        out.writeStartObject();
        Object model = row.model();
        for (int column : table.columns()) {
            if (column == table.discriminator() || table.has(model, column)) {
                Component.Attribute attribute = table.attribute(column);
                out.writeFieldName(attribute.name());
                value(out, attribute, table.get(model, column), row.key());
            }
        }
        out.writeEndObject();
        out.writeEndArray();
    }

    private void value(JsonGenerator out, Component.Attribute attribute, @Nullable Object value, Object key)
            throws IOException {
        try {
            StoredJson.write(out, value, attribute.type());
        } catch (DataException e) {
            throw new DataException("Attribute \"" + table.name() + "." + attribute.name()
                    + "\" of the record with key " + key + " " + e.getMessage());
        }
    }

    /** Reads a row. The parser stands at its first token, and afterwards at its last one. */
    void read(SnapshotReader in, TableContent into) throws IOException {
        JsonParser json = in.json();
        SnapshotReader.Place place = in.place();
        long at = into.nextPlace();
        boolean placed = json.currentToken() == JsonToken.START_ARRAY;
        if (placed) {
            json.nextToken();
            at = in.number("the place of a row in insertion order, a number");
            json.nextToken();
        }
        in.expect(JsonToken.START_OBJECT, "a row, [place, {attributes}]");
        @Nullable Object[] components = attributes(in);
        if (placed) {
            json.nextToken();
            in.expect(JsonToken.END_ARRAY, "the end of a row");
        }
        try {
            into.add(at, table.create(components));
        } catch (RuntimeException e) {
            throw in.fault(place, "Row of entity \"" + table.name() + "\": " + e.getMessage(), e);
        }
        in.row();
    }

    private @Nullable Object[] attributes(SnapshotReader in) throws IOException {
        SnapshotReader.Place row = in.place();
        @Nullable Object[] components = table.unloaded().components();
        boolean[] given = new boolean[components.length];
        JsonParser json = in.json();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            int ordinal = table.ordinal(name);
            if (ordinal >= 0 && table.components().get(ordinal) instanceof Component.Attribute attribute) {
                given[ordinal] = true;
                components[ordinal] = value(in, attribute);
            } else {
                in.drop(table.name() + "." + name);
                json.skipChildren();
            }
        }
        fill(components, given, in, row);
        return components;
    }

    private @Nullable Object value(SnapshotReader in, Component.Attribute attribute) throws IOException {
        SnapshotReader.Place place = in.place();
        JsonNode node = in.tree();
        Object value = StoredValues.read(node, attribute.type());
        if (value == Values.MISFIT) {
            throw in.fault(place, misfit(attribute) + SnapshotReader.describe(node), null);
        }
        return value;
    }

    private String misfit(Component.Attribute attribute) {
        return "Attribute \"" + table.name() + "." + attribute.name() + "\" expects "
                + attribute.type().expected() + ", found ";
    }

    private void fill(@Nullable Object[] components, boolean[] given, SnapshotReader in, SnapshotReader.Place row) {
        int discriminator = table.discriminator();
        if (discriminator >= 0 && !given[discriminator]) {
            Component.Attribute attribute = table.attribute(discriminator);
            components[discriminator] =
                    Values.stored(attribute, attribute.defaultValue().get());
        }
        Object known = discriminator < 0 ? null : components[discriminator];
        for (int column : table.columns()) {
            if (!given[column]
                    && column != discriminator
                    && table.component(column, known) instanceof Component.Attribute attribute) {
                components[column] =
                        Values.stored(attribute, attribute.defaultValue().get());
            }
        }
        int refused = table.refusedNull(column -> components[column]);
        if (refused >= 0) {
            Component.Attribute attribute = table.attribute(refused);
            throw in.fault(row.at(attribute.name()), misfit(attribute) + (given[refused] ? "null" : "nothing"), null);
        }
    }
}
