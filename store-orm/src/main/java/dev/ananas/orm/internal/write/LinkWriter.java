package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.model.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Links between records, as rows of the pivot table. Knows a pair by the values at its two ends and never makes a second row
 * of a pair; where there are several, made by hand, the first is the one that counts.
 */
final class LinkWriter {
    private final Records records;
    private final Draft draft;

    LinkWriter(Records records) {
        this.records = records;
        this.draft = records.draft();
    }

    static RelationSchema.Link link(RelationSchema relation) {
        return Objects.requireNonNull(relation.link());
    }

    /** The key by which links know a parent; an error if there is no such parent, or its case has no such relation. */
    Object parentEnd(RelationSchema relation, EntitySchema entity, Object parentKey) {
        TableRow row = new Ends(draft, relation).parent(entity, parentKey);
        Join near = relation.near();
        return end(relation, relation.parent(), row.key(), near.key(row.model()), near.fromColumns());
    }

    /** The key by which links know a related record, which has to exist only if that is not its primary key. */
    Object relatedEnd(RelationSchema relation, Object relatedKey) {
        Join far = link(relation).far();
        TableSchema table = relation.related();
        Object key = Keys.stored(table, relatedKey);
        TableRow row = new Ends(draft, relation).relatedIfStored(key);
        if (far.toSide().isPrimary()) {
            return key;
        }
        if (row == null) {
            throw new DataException("Entity \"" + table.name() + "\" has no record with key " + relatedKey
                    + ", whose \"" + table.attribute(far.toColumns()[0]).name() + "\" relation \"" + relation
                    + "\" needs; save it first");
        }
        return end(relation, table, key, far.keyOfTo(row.model()), far.toColumns());
    }

    /** The keys of both ends of a pair of stored records. */
    Object[] ends(RelationSchema relation, TableRow parent, TableRow related) {
        Join near = relation.near();
        Join far = link(relation).far();
        return new Object[] {
            end(relation, relation.parent(), parent.key(), near.key(parent.model()), near.fromColumns()),
            end(relation, relation.related(), related.key(), far.keyOfTo(related.model()), far.toColumns())
        };
    }

    private static Object end(
            RelationSchema relation, TableSchema table, Object key, @Nullable Object end, int[] columns) {
        if (end == null) {
            throw new DataException("The record of \"" + table.name() + "\" with key " + key + " has no \""
                    + table.attribute(columns[0]).name() + "\", so relation \"" + relation + "\" cannot link it");
        }
        return end;
    }

    /** The links of a parent in insertion order. */
    List<TableRow> links(RelationSchema relation, Object parentEnd) {
        Join near = relation.near();
        return draft.find(near.to(), near.toSide(), parentEnd);
    }

    /** The key that a link has for the related record. */
    static @Nullable Object onward(RelationSchema relation, TableRow row) {
        return link(relation).far().key(row.model());
    }

    /** The links of a pair in insertion order. */
    List<TableRow> pair(RelationSchema relation, Object parentEnd, Object relatedEnd) {
        Join far = link(relation).far();
        List<TableRow> ofParent = links(relation, parentEnd);
        List<TableRow> ofRelated = draft.find(far.from(), far.fromSide(), relatedEnd);
        boolean scanParent = ofParent.size() <= ofRelated.size();
        List<TableRow> rows = new ArrayList<>(1);
        for (TableRow row : scanParent ? ofParent : ofRelated) {
            boolean matches = scanParent
                    ? relatedEnd.equals(far.key(row.model()))
                    : parentEnd.equals(relation.near().keyOfTo(row.model()));
            if (matches) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Links a pair, or lays the attributes over the link that it has; answers the key of the link. */
    Object link(RelationSchema relation, Object parentEnd, Object relatedEnd, @Nullable Input attributes) {
        List<TableRow> rows = pair(relation, parentEnd, relatedEnd);
        if (rows.isEmpty()) {
            return make(relation, parentEnd, relatedEnd, attributes);
        }
        if (attributes != null) {
            change(relation, rows.get(0), attributes);
        }
        return rows.get(0).key();
    }

    /** Refuses attributes that would give a link another key. */
    void refuseOtherKey(RelationSchema relation, TableRow row, Input attributes) {
        TableSchema table = link(relation).table();
        for (int column : table.key()) {
            Object before = table.get(row.model(), column);
            if (attributes.has(column) && !Objects.equals(before, attributes.get(column))) {
                throw Records.otherKey(table, column, before, attributes.get(column));
            }
        }
    }

    /** Lays attributes over a link; its key and its ends stay. */
    void change(RelationSchema relation, TableRow row, Input attributes) {
        RelationSchema.Link link = link(relation);
        TableSchema table = link.table();
        @Nullable Object[] components = records.template(table).over(row.model(), attributes::get);
        Records.overlay(components, attributes);
        keep(table, table.key(), row, components);
        keep(table, relation.near().toSide().columns(), row, components);
        keep(table, link.far().fromSide().columns(), row, components);
        records.writer().save(table, Records.model(table, components));
    }

    private static void keep(TableSchema table, int[] columns, TableRow row, @Nullable Object[] components) {
        for (int column : columns) {
            components[column] = table.get(row.model(), column);
        }
    }

    private static void place(@Nullable Object[] components, int[] columns, Object end) {
        for (int i = 0; i < columns.length; i++) {
            components[columns[i]] = Joins.part(end, i, columns.length);
        }
    }

    private Object make(RelationSchema relation, Object parentEnd, Object relatedEnd, @Nullable Input attributes) {
        RelationSchema.Link link = link(relation);
        TableSchema table = link.table();
        Template template = records.template(table);
        @Nullable Object[] components = attributes == null ? template.defaults() : template.defaults(attributes::get);
        if (attributes != null) {
            Records.overlay(components, attributes);
        }
        place(components, relation.near().toSide().columns(), parentEnd);
        place(components, link.far().fromSide().columns(), relatedEnd);
        leaveOthersTheirKeys(table, components);
        records.generate(table, components, table.numbered());
        Object key = Records.key(table, components, Records.describe(table, components));
        if (draft.get(table, key) != null) {
            throw new DataException("The pivot of \"" + table.name() + "\" with key " + key
                    + " links another pair already, so relation \"" + relation
                    + "\" cannot use it again; leave the key out or give another one");
        }
        records.writer().save(table, Records.model(table, components));
        return key;
    }

    /** A pivot that came along with a model read through another link brings the generated key of that link. */
    private void leaveOthersTheirKeys(TableSchema table, @Nullable Object[] components) {
        for (int column : table.key()) {
            Object value = components[column];
            boolean alone = table.key().length == 1 && table.attribute(column).generated();
            if (alone && value != null && draft.get(table, Joins.single(value)) != null) {
                components[column] = null;
            }
        }
    }

    /** Removes links, with what pivots take along. */
    void unlink(RelationSchema relation, List<TableRow> rows) {
        List<Object> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(row.key()));
        new Cascade(records).delete(link(relation).table().entity(), keys);
    }
}
