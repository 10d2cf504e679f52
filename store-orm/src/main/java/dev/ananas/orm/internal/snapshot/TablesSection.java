package dev.ananas.orm.internal.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ananas.orm.internal.schema.PositionTable;
import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Table;
import dev.ananas.orm.internal.table.TableContent;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.internal.write.Writes;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.snapshot.SnapshotReader;
import dev.ananas.store.snapshot.SnapshotSection;
import dev.ananas.store.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of a database, <code>{"next": 42, "tables": {"users": {"numbers": 7, "rows": [...]}}}</code>: the place of the next new
 * row, and of each table the highest number that ever was an id and its rows in insertion order. So a restored store goes on as the
 * one that was written.
 */
public final class TablesSection implements SnapshotSection {
    private static final String NEXT = "next";
    private static final String TABLES = "tables";
    private static final String NUMBERS = "numbers";
    private static final String ROWS = "rows";

    private final StoreDefinition<Tables> slice;
    private final Writes.Target target;
    private final Map<String, RowFormat> formats = new LinkedHashMap<>();

    /** The tables of a slice, restored through a target. */
    public TablesSection(StoreDefinition<Tables> slice, Schema schema, Writes.Target target) {
        this.slice = slice;
        this.target = target;
        Set<TableSchema> derived = new HashSet<>();
        schema.tables()
                .forEach(table ->
                        table.derived().stream().map(PositionTable::table).forEach(derived::add));
        for (TableSchema table : schema.tables()) {
            if (!derived.contains(table)) {
                formats.put(table.name(), new RowFormat(table));
            }
        }
    }

    @Override
    public String name() {
        return slice.name();
    }

    @Override
    public boolean isIn(StateTree state) {
        return state.contains(slice);
    }

    @Override
    public void write(StateTree state, SnapshotWriter out) throws IOException {
        Tables tables = state.get(slice);
        JsonGenerator json = out.json();
        json.writeStartObject();
        json.writeNumberField(NEXT, tables.nextSeq());
        json.writeObjectFieldStart(TABLES);
        for (RowFormat format : formats.values()) {
            json.writeObjectFieldStart(format.table().name());
            write(tables.table(format.table()), format, out);
            json.writeEndObject();
        }
        out.kept(name(), formats.keySet());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Table table, RowFormat format, SnapshotWriter out) throws IOException {
        JsonGenerator json = out.json();
        json.writeNumberField(NUMBERS, table.lastNumber());
        json.writeArrayFieldStart(ROWS);
        List<TableRow> rows = new ArrayList<>(table.size());
        table.rows().forEach(rows::add);
        rows.sort(TableRow.BY_SEQ);
        for (TableRow row : rows) {
            format.write(row, json);
            out.row();
        }
        json.writeEndArray();
    }

    @Override
    public Runnable read(SnapshotReader in) throws IOException {
        JsonParser json = in.json();
        in.expect(JsonToken.START_OBJECT, "the entities, an object");
        member(in, NEXT, "the place of the next new row, a member \"next\"");
        long next = in.number("the place of the next new row, a number");
        member(in, TABLES, "the tables, a member \"tables\"");
        in.expect(JsonToken.START_OBJECT, "an object of tables by entity");
        Map<String, TableContent> contents = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            RowFormat format = formats.get(name);
            if (format == null) {
                in.keep(name(), name);
            } else {
                contents.put(name, table(in, format));
            }
        }
        json.nextToken();
        in.expect(JsonToken.END_OBJECT, "the end of the entities");
        return restoring(contents, next);
    }

    private static TableContent table(SnapshotReader in, RowFormat format) throws IOException {
        in.expect(JsonToken.START_OBJECT, "a table, {\"numbers\": ..., \"rows\": [...]}");
        member(in, NUMBERS, "the highest number that was an id, a member \"numbers\"");
        long numbers = in.number("the highest number that was an id, a number");
        member(in, ROWS, "the rows, a member \"rows\"");
        in.expect(JsonToken.START_ARRAY, "a list of rows");
        TableContent content = new TableContent(format.table(), numbers);
        while (in.json().nextToken() != JsonToken.END_ARRAY) {
            format.read(in, content);
        }
        in.json().nextToken();
        in.expect(JsonToken.END_OBJECT, "the end of a table");
        return content;
    }

    private static void member(SnapshotReader in, String name, String what) throws IOException {
        JsonToken token = in.json().nextToken();
        if (token != JsonToken.FIELD_NAME || !in.json().currentName().equals(name)) {
            in.expect(JsonToken.NOT_AVAILABLE, what);
        }
        in.json().nextToken();
    }

    @Override
    public Runnable reset() {
        return restoring(Map.of(), 0);
    }

    private Runnable restoring(Map<String, TableContent> contents, long next) {
        List<TableContent> all = new ArrayList<>();
        formats.forEach((name, format) -> {
            TableContent content = contents.get(name);
            all.add(content == null ? new TableContent(format.table(), 0) : content);
        });
        return () -> target.write(new RestoreCommand(all, next));
    }
}
