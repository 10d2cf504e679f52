package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.ChangeTracker;
import org.jspecify.annotations.Nullable;

/** The ORM's slice of the state tree: one table per entity. Immutable; a {@link Draft} makes the next one. */
public final class Tables {
    private final Schema schema;
    private final Table[] tables;
    private final long nextSeq;

    /** The array is not written to any more. */
    Tables(Schema schema, Table[] tables, long nextSeq) {
        this.schema = schema;
        this.tables = tables;
        this.nextSeq = nextSeq;
    }

    /** No rows at all. */
    public static Tables empty(Schema schema) {
        Table[] tables = new Table[schema.tables().size()];
        schema.tables().forEach(table -> tables[table.ordinal()] = Table.empty(table, 0));
        return new Tables(schema, tables, 0);
    }

    public Schema schema() {
        return schema;
    }

    public Table table(TableSchema table) {
        return tables[table.ordinal()];
    }

    int count() {
        return tables.length;
    }

    /** These tables with others at some ordinals, where there is no null. */
    Tables with(@Nullable Table[] changed, long seq) {
        Table[] next = tables.clone();
        for (int i = 0; i < next.length; i++) {
            Table table = changed[i];
            next[i] = table == null ? next[i] : table;
        }
        return new Tables(schema, next, seq);
    }

    /** The place of the next new row in insertion order. */
    public long nextSeq() {
        return nextSeq;
    }

    /** Tells what differs between two states. Shared parts are skipped. */
    public static ChangeTracker<Tables> tracker() {
        return new ChangeTracker<>() {
            @Override
            public void changes(Tables before, Tables after, ChangeSet.Builder into) {
                Tables.changes(before, after, into);
            }

            @Override
            public boolean alike(Tables one, Tables other) {
                boolean alike = true;
                for (int i = 0; i < one.tables.length; i++) {
                    alike = alike && RowChanges.alike(one.tables[i], other.tables[i]);
                }
                return alike;
            }
        };
    }

    /** Adds the net row changes that lead from one state to another. Shared parts are skipped. */
    public static void changes(Tables before, Tables after, ChangeSet.Builder into) {
        for (int i = 0; i < after.tables.length; i++) {
            Table old = before.tables[i];
            Table now = after.tables[i];
            if (old != now) {
                RowChanges.collect(old, now, into);
            }
        }
    }
}
