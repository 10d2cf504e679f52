package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
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

    /** The value by which links know a parent; an error if there is no such parent. */
    Object parentEnd(RelationSchema relation, Object parentKey) {
        TableSchema table = relation.parent();
        TableRow row = draft.get(table, Keys.stored(table, parentKey));
        if (row == null) {
            throw new DataException("Entity \"" + table.name() + "\" has no record with key " + parentKey
                    + ", so the links of \"" + relation + "\" cannot be changed; save it first");
        }
        return end(table, row, relation.parentColumns()[0], relation);
    }

    /** The value by which links know a related record, which has to exist only if that value is not its key. */
    Object relatedEnd(RelationSchema relation, Object relatedKey) {
        TableSchema table = relation.related();
        Object key = Keys.stored(table, relatedKey);
        if (link(relation).far().isPrimary()) {
            return key;
        }
        TableRow row = draft.get(table, key);
        int column = link(relation).far().columns()[0];
        if (row == null) {
            throw new DataException("Entity \"" + table.name() + "\" has no record with key " + relatedKey
                    + ", whose \"" + table.attribute(column).name() + "\" relation \"" + relation
                    + "\" needs; save it first");
        }
        return end(table, row, column, relation);
    }

    private static Object end(TableSchema table, TableRow row, int column, RelationSchema relation) {
        Object value = table.get(row.model(), column);
        if (value == null) {
            throw noEnd(table, row.key(), column, relation);
        }
        return value;
    }

    static DataException noEnd(TableSchema table, Object key, int column, RelationSchema relation) {
        return new DataException("The record of \"" + table.name() + "\" with key " + key + " has no \""
                + table.attribute(column).name() + "\", so relation \"" + relation + "\" cannot link it");
    }

    /** The links of a parent in insertion order. */
    List<TableRow> links(RelationSchema relation, Object parentEnd) {
        return draft.find(link(relation).table(), relation.near(), Joins.single(parentEnd));
    }

    /** The value that a link has for the related record. */
    static @Nullable Object onward(RelationSchema relation, TableRow row) {
        RelationSchema.Link link = link(relation);
        return Joins.key(link.table(), row.model(), link.onward().columns());
    }

    /** The links of a pair in insertion order. */
    List<TableRow> pair(RelationSchema relation, Object parentEnd, Object relatedEnd) {
        RelationSchema.Link link = link(relation);
        if (link.unique()) {
            boolean nearFirst = link.table().key()[0] == link.near().columns()[0];
            Object first = Joins.single(nearFirst ? parentEnd : relatedEnd);
            Object second = Joins.single(nearFirst ? relatedEnd : parentEnd);
            TableRow row = draft.get(link.table(), Joins.of(new Object[] {first, second}));
            return row == null ? List.of() : List.of(row);
        }
        List<TableRow> ofParent = links(relation, parentEnd);
        List<TableRow> ofRelated = draft.find(link.table(), link.onward(), Joins.single(relatedEnd));
        boolean scanParent = ofParent.size() <= ofRelated.size();
        int[] other = scanParent ? link.onward().columns() : link.near().columns();
        Object wanted = Joins.single(scanParent ? relatedEnd : parentEnd);
        List<TableRow> rows = new ArrayList<>(1);
        for (TableRow row : scanParent ? ofParent : ofRelated) {
            if (wanted.equals(Joins.key(link.table(), row.model(), other))) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Links a pair, or lays the attributes over the link that it has. */
    void link(RelationSchema relation, Object parentEnd, Object relatedEnd, @Nullable Input attributes) {
        List<TableRow> rows = pair(relation, parentEnd, relatedEnd);
        if (rows.isEmpty()) {
            make(relation, parentEnd, relatedEnd, attributes);
        } else if (attributes != null) {
            change(relation, rows.get(0), attributes);
        }
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
        @Nullable Object[] components = records.template(table).of(row.model());
        Records.overlay(components, attributes);
        keep(table, table.key(), row, components);
        keep(table, link.near().columns(), row, components);
        keep(table, link.onward().columns(), row, components);
        draft.put(table, Records.model(table, components));
    }

    private static void keep(TableSchema table, int[] columns, TableRow row, @Nullable Object[] components) {
        for (int column : columns) {
            components[column] = table.get(row.model(), column);
        }
    }

    private void make(RelationSchema relation, Object parentEnd, Object relatedEnd, @Nullable Input attributes) {
        RelationSchema.Link link = link(relation);
        TableSchema table = link.table();
        Template template = records.template(table);
        @Nullable Object[] components = template.defaults();
        if (attributes != null) {
            Records.overlay(components, attributes);
        }
        components[link.near().columns()[0]] = parentEnd;
        components[link.onward().columns()[0]] = relatedEnd;
        leaveOthersTheirKeys(table, components);
        records.generate(table, components, template.generated());
        Object key = Records.key(table, components, Records.describe(table, components));
        if (draft.get(table, key) != null) {
            throw new DataException("The pivot of \"" + table.name() + "\" with key " + key
                    + " links another pair already, so relation \"" + relation
                    + "\" cannot use it again; leave the key out or give another one");
        }
        draft.put(table, Records.model(table, components));
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

    /** Removes links. */
    void unlink(RelationSchema relation, List<TableRow> rows) {
        for (TableRow row : List.copyOf(rows)) {
            draft.remove(link(relation).table(), row.key());
        }
    }
}
