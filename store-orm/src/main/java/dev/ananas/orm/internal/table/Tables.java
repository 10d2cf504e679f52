package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.ChangeSet;
import java.util.ArrayList;
import java.util.List;

/** The ORM's slice of the state tree: one table per entity. Immutable; a {@link Draft} makes the next one. */
public final class Tables {
    private final Schema schema;
    private final List<Table> tables;
    private final long nextSeq;

    Tables(Schema schema, List<Table> tables, long nextSeq) {
        this.schema = schema;
        this.tables = tables;
        this.nextSeq = nextSeq;
    }

    /** No rows at all. */
    public static Tables empty(Schema schema) {
        List<Table> tables = new ArrayList<>();
        schema.tables().forEach(table -> tables.add(Table.empty(table, 0)));
        return new Tables(schema, List.copyOf(tables), 0);
    }

    public Schema schema() {
        return schema;
    }

    public Table table(TableSchema table) {
        return tables.get(table.ordinal());
    }

    List<Table> all() {
        return tables;
    }

    long nextSeq() {
        return nextSeq;
    }

    /** Adds the net row changes that lead from one state to another. Shared parts are skipped. */
    public static void changes(Tables before, Tables after, ChangeSet.Builder into) {
        for (int i = 0; i < after.tables.size(); i++) {
            Table old = before.tables.get(i);
            Table now = after.tables.get(i);
            if (old != now) {
                RowChanges.collect(old, now, into);
            }
        }
    }
}
