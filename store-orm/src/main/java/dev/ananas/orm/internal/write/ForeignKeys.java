package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.model.DataException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets the foreign keys of stored records, as updates with their hooks. */
final class ForeignKeys {
    private final Records records;

    ForeignKeys(Records records) {
        this.records = records;
    }

    /** Makes a related record refer to a parent; whether it did not yet. */
    boolean attach(RelationSchema relation, TableRow parent, TableRow related) {
        if (relation.near().key(parent.model()) == null) {
            TableSchema table = relation.parent();
            throw new DataException("The record of \"" + table.name() + "\" with key " + parent.key() + " has no \""
                    + table.attribute(relation.near().fromColumns()[0]).name() + "\", so relation \"" + relation
                    + "\" cannot link it; give it a value first");
        }
        @Nullable Object[] key = relation.near().toValues(relation.parent().components(parent.model()));
        return set(relation.near().to(), related, relation.near().toSide().columns(), key);
    }

    /**
     * Makes a related record refer to nothing; whether it did.
     *
     * @param advice what to do where its foreign key is part of its primary key
     */
    boolean release(RelationSchema relation, TableRow related, String advice) {
        TableSchema table = relation.near().to();
        int[] columns = relation.near().toSide().columns();
        for (int column : columns) {
            for (int key : table.key()) {
                if (column == key) {
                    throw new DataException("The record of \"" + table.name() + "\" with key " + related.key()
                            + " cannot leave relation \"" + relation + "\": its foreign key \""
                            + table.attribute(column).name() + "\" is part of its primary key; " + advice);
                }
            }
        }
        return set(table, related, columns, new Object[columns.length]);
    }

    /** Sets columns of a record; whether one of them had another value, and no hook refused. */
    boolean set(TableSchema table, TableRow row, int[] columns, @Nullable Object[] values) {
        @Nullable Object[] components = table.components(row.model());
        boolean differs = false;
        for (int i = 0; i < columns.length; i++) {
            differs |= !Objects.equals(components[columns[i]], values[i]);
            components[columns[i]] = values[i];
        }
        if (!differs) {
            return false;
        }
        Records.refuseOtherKey(table, row.model(), components);
        return records.writer().update(table, row, Records.model(table, components)) != null;
    }
}
