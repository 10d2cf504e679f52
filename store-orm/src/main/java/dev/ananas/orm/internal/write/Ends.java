package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.model.DataException;
import org.jspecify.annotations.Nullable;

/** The records at both ends of a relation, as a caller names them by their keys. Each has to be one that the relation has. */
final class Ends {
    private final Draft draft;
    private final RelationSchema relation;

    Ends(Draft draft, RelationSchema relation) {
        this.draft = draft;
        this.relation = relation;
    }

    /** The record that the relation starts from, as an entity sees it. */
    TableRow parent(EntitySchema entity, Object key) {
        TableRow row = draft.get(entity.table(), Keys.stored(entity.table(), key));
        if (row == null || !entity.admits(row.model())) {
            throw new DataException("Entity \"" + entity.name() + "\" has no record with key " + key + among(row)
                    + ", so the links of \"" + relation + "\" cannot be changed; "
                    + (row == null ? "save it first" : "ask the repository of its entity"));
        }
        if (!relation.isOf(row.model())) {
            throw new DataException("The record of \"" + entity.name() + "\" with key " + key + among(row)
                    + " has no relation \"" + relation.name() + "\", so it has no links to change");
        }
        return row;
    }

    /** The related record, which has to be stored. */
    TableRow related(Object key) {
        TableRow row = relatedIfStored(key);
        if (row == null) {
            throw new DataException("Entity \"" + relation.far().name() + "\" has no record with key " + key
                    + " for relation \"" + relation + "\"; save it first");
        }
        return row;
    }

    /** The related record; null if there is none, an error if the relation does not lead to records of its case. */
    @Nullable
    TableRow relatedIfStored(Object key) {
        TableSchema table = relation.related();
        TableRow row = draft.get(table, Keys.stored(table, key));
        if (row != null && !relation.far().admits(row.model())) {
            throw new DataException("Relation \"" + relation + "\" leads to records of \""
                    + relation.far().name() + "\", and the one with key " + key + " is one of \""
                    + table.nameOf(row.model()) + "\"; name another one");
        }
        return row;
    }

    private String among(@Nullable TableRow row) {
        return row == null ? "" : " (it is one of \"" + relation.parent().nameOf(row.model()) + "\")";
    }
}
