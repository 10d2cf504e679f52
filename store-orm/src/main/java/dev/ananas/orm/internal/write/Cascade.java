package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.OnDelete;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A delete with everything that it takes along.
 *
 * <p>It has two phases, so that no decision depends on the order of the removals. <b>Deciding</b> goes breadth first from the
 * records that were asked for, along the relations that declare an action, by the index of each: a record costs a look-up for
 * each such relation and the rows it finds, never the size of a table. Every record is decided once, which ends cycles; one
 * that a hook refuses stays and nothing is followed from it. What shall be set to null and what restricts the delete is only
 * collected, since a record found that way may turn out to be removed by another one. <b>Carrying out</b> then checks the
 * restrictions against what stays, removes the records in the order in which they were found, and clears the references of
 * those that stay, all columns of a record in one update.
 *
 * <p>Links are removed like records: a cascade over a many-to-many relation ends at the pivots, and the related records, which
 * others share, are never touched.
 */
final class Cascade {
    private final Records records;
    private final Draft draft;
    private final RecordWriter writer;
    private final Deque<Site> queue = new ArrayDeque<>();
    private final Map<TableSchema, Set<Object>> decided = new HashMap<>();
    private final Map<TableSchema, Map<Object, TableRow>> doomed = new LinkedHashMap<>();
    private final List<Site> removals = new ArrayList<>();
    private final Map<Site.Key, Set<Integer>> cleared = new LinkedHashMap<>();
    private final List<Restriction> restrictions = new ArrayList<>(0);
    private final Map<TableSchema, List<RelationSchema>> acting = new HashMap<>();

    Cascade(Records records) {
        this.records = records;
        this.draft = records.draft();
        this.writer = records.writer();
    }

    /** A row and its table. */
    private record Site(TableSchema table, TableRow row) {
        /** What stays the same when the row changes. */
        private record Key(TableSchema table, Object key) {}
    }

    /** Rows that forbid a delete unless they go too. */
    private record Restriction(RelationSchema relation, TableRow parent, List<TableRow> rows) {}

    /** Removes the rows of these keys; answers the models of those that were removed, in the order of the keys. */
    List<Object> delete(EntitySchema entity, List<Object> keys) {
        TableSchema table = entity.table();
        for (Object key : keys) {
            enqueue(table, draft.get(table, key));
        }
        while (!queue.isEmpty()) {
            decide(queue.remove());
        }
        restrictions.forEach(this::enforce);
        removals.forEach(site -> writer.remove(site.table, site.row));
        cleared.forEach((site, columns) -> clear(site.table, site.key, columns));
        List<Object> models = new ArrayList<>(keys.size());
        for (Object key : keys) {
            TableRow row = doomed.getOrDefault(table, Map.of()).get(key);
            if (row != null) {
                models.add(entity.shown(row.read()));
            }
        }
        return models;
    }

    private void enqueue(TableSchema table, @Nullable TableRow row) {
        if (row != null
                && decided.computeIfAbsent(table, any -> new HashSet<>()).add(row.key())) {
            queue.add(new Site(table, row));
        }
    }

    private void decide(Site site) {
        if (!writer.mayRemove(site.table, site.row)) {
            return;
        }
        removals.add(site);
        doomed.computeIfAbsent(site.table, any -> new HashMap<>()).put(site.row.key(), site.row);
        for (RelationSchema relation : acting.computeIfAbsent(site.table, Cascade::actingAt)) {
            List<TableRow> rows = records.reached(relation, site.row.model());
            if (!rows.isEmpty()) {
                act(relation, site.row, rows);
            }
        }
    }

    private void act(RelationSchema relation, TableRow parent, List<TableRow> rows) {
        Join near = relation.near();
        if (relation.onDelete() == OnDelete.RESTRICT) {
            restrictions.add(new Restriction(relation, parent, rows));
            return;
        }
        for (TableRow row : rows) {
            if (relation.onDelete() != OnDelete.SET_NULL) {
                enqueue(near.to(), row);
                continue;
            }
            Set<Integer> columns = cleared.computeIfAbsent(new Site.Key(near.to(), row.key()), any -> new TreeSet<>());
            for (int column : near.toSide().columns()) {
                columns.add(column);
            }
        }
    }

    private static List<RelationSchema> actingAt(TableSchema table) {
        List<RelationSchema> found = new ArrayList<>(0);
        for (int i = 0; i < table.components().size(); i++) {
            for (RelationSchema relation : table.relations(i)) {
                if (relation.onDelete() != OnDelete.NOTHING) {
                    found.add(relation);
                }
            }
        }
        return found;
    }

    private void enforce(Restriction restriction) {
        TableSchema table = restriction.relation.near().to();
        Set<Object> gone = doomed.getOrDefault(table, Map.of()).keySet();
        List<Object> staying = new ArrayList<>();
        for (TableRow row : restriction.rows) {
            if (!gone.contains(row.key())) {
                staying.add(row.key());
            }
        }
        if (!staying.isEmpty()) {
            throw new DataException("The record of \""
                    + restriction.relation.parent().name() + "\" with key "
                    + restriction.parent.key() + " cannot be deleted: relation \"" + restriction.relation
                    + "\" restricts it while \"" + table.name() + "\" has " + staying.size()
                    + (staying.size() == 1
                            ? " record that refers to it, with key "
                            : " records that refer to it, the" + " first with key ")
                    + staying.get(0) + "; delete or change " + (staying.size() == 1 ? "it" : "them") + " before");
        }
    }

    private void clear(TableSchema table, Object key, Set<Integer> columns) {
        TableRow row = draft.get(table, key);
        if (row != null) {
            @Nullable Object[] components = table.components(row.model());
            columns.forEach(column -> components[column] = null);
            writer.update(table, row, Records.model(table, components));
        }
    }
}
