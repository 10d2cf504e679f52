package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.model.OnDelete;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Removes from relations what a save did not nest. Occurrences of the same parent count together: what one of them nests stays.
 * Runs when everything nested is stored, so that it sees the relations as the save left them.
 */
final class Sync {
    private final Records records;
    private final Map<Relation, Set<Object>> nested = new LinkedHashMap<>();

    Sync(Records records) {
        this.records = records;
    }

    /** A relation of one parent. */
    private record Relation(RelationSchema schema, Object parentKey) {}

    /** Notes what a record nests under a relation that does not hold its foreign key; {@code keys} are those of the nested. */
    void note(RelationSchema relation, Object parentKey, List<Object> keys) {
        if (relation.link() == null || relation.hasPivot()) {
            nested.computeIfAbsent(new Relation(relation, parentKey), any -> new HashSet<>())
                    .addAll(keys);
        }
    }

    /** Removes the others. */
    void finish(LinkWriter links) {
        nested.forEach((relation, kept) -> {
            TableRow parent = records.draft().get(relation.schema.parent(), relation.parentKey);
            if (parent != null) {
                remove(links, relation.schema, parent, kept);
            }
        });
    }

    private void remove(LinkWriter links, RelationSchema relation, TableRow parent, Set<Object> kept) {
        List<TableRow> others = new ArrayList<>();
        for (TableRow row : records.reached(relation, parent.model())) {
            if (relation.hasPivot() ? !leadsTo(relation, row, kept) : !kept.contains(row.key())) {
                others.add(row);
            }
        }
        if (relation.hasPivot()) {
            links.unlink(relation, others);
        } else {
            leave(relation, others);
        }
    }

    /** Takes related records out of a relation: they are deleted if the relation cascades, and lose their foreign key otherwise. */
    void leave(RelationSchema relation, List<TableRow> others) {
        if (relation.onDelete() == OnDelete.CASCADE) {
            List<Object> keys = new ArrayList<>();
            others.forEach(row -> keys.add(row.key()));
            new Cascade(records).delete(relation.far(), keys);
            return;
        }
        ForeignKeys foreignKeys = new ForeignKeys(records);
        for (TableRow row : others) {
            foreignKeys.release(relation, row, "declare onDelete(CASCADE) to have it deleted, or save with MERGE");
        }
    }

    /** Whether a pivot leads to one of these records; it leads to several where the related key is not unique. */
    private boolean leadsTo(RelationSchema relation, TableRow pivot, Set<Object> kept) {
        Join far = Objects.requireNonNull(relation.link()).far();
        Object key = far.key(pivot.model());
        for (TableRow related :
                key == null ? List.<TableRow>of() : records.draft().find(far.to(), far.toSide(), key)) {
            if (kept.contains(related.key())) {
                return true;
            }
        }
        return false;
    }
}
