package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.model.DataException;
import dev.ananas.store.Next;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record refer to another one by a to-one relation, or to none, whichever side has the foreign key. Answers how many
 * records were changed.
 *
 * @param entity the entity of the record, as the caller sees it
 * @param relation the relation, to the entity of the other record
 * @param key key of the record
 * @param relatedKey key of the other record, or null for none
 * @param ids tells the time
 */
public record AssociateCommand(
        EntitySchema entity,
        RelationSchema relation,
        Object key,
        @Nullable Object relatedKey,
        IdSource ids) implements EntityCommand<Integer> {

    @Override
    public String name() {
        return (relatedKey == null ? "dissociate " : "associate ") + relation;
    }

    @Override
    public Next<Tables, Integer> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        Records records = new Records(draft, ids);
        Ends ends = new Ends(draft, relation);
        TableRow row = ends.parent(entity, key);
        int changed = relation.ownsKey() ? refer(records, ends, row) : claim(records, ends, row);
        return records.next(changed);
    }

    /** The record has the foreign key. */
    private int refer(Records records, Ends ends, TableRow row) {
        int[] columns = relation.near().fromSide().columns();
        @Nullable Object[] values = relatedKey == null ? new Object[columns.length] : ownerKey(ends, relatedKey);
        return new ForeignKeys(records).set(relation.parent(), row, columns, values) ? 1 : 0;
    }

    /** What the foreign key of the record has to be; the owner has to be stored only if its primary key does not tell. */
    private @Nullable Object[] ownerKey(Ends ends, Object owner) {
        Join near = relation.near();
        TableSchema table = relation.related();
        if (!isIn(near.toColumns(), table.key())) {
            TableRow stored = ends.related(owner);
            if (near.keyOfTo(stored.model()) == null) {
                throw new DataException("The record of \"" + table.name() + "\" with key " + owner + " has no \""
                        + table.attribute(near.toColumns()[0]).name() + "\", so relation \"" + relation
                        + "\" cannot refer to it; give it a value first");
            }
            return near.fromValues(table.components(stored.model()));
        }
        ends.relatedIfStored(owner);
        @Nullable Object[] components = new Object[table.components().size()];
        for (int i = 0; i < table.key().length; i++) {
            components[table.key()[i]] = Joins.part(owner, i, table.key().length);
        }
        return near.fromValues(components);
    }

    private static boolean isIn(int[] columns, int[] key) {
        for (int column : columns) {
            boolean found = false;
            for (int part : key) {
                found |= part == column;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** The other record has the foreign key: it is set there, and cleared in those that referred to the record before. */
    private int claim(Records records, Ends ends, TableRow row) {
        ForeignKeys keys = new ForeignKeys(records);
        TableRow wanted = relatedKey == null ? null : ends.related(relatedKey);
        int changed = 0;
        for (TableRow former : List.copyOf(records.reached(relation, row.model()))) {
            if (wanted == null || !Objects.equals(former.key(), wanted.key())) {
                changed += keys.release(relation, former, "delete the record instead") ? 1 : 0;
            }
        }
        return changed + (wanted != null && keys.attach(relation, row, wanted) ? 1 : 0);
    }
}
