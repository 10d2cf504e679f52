package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.PositionTable;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.internal.write.LinkCommand.Change;
import dev.ananas.orm.model.DataException;
import dev.ananas.store.Next;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes which records a to-many relation without pivots leads to: by their foreign keys, or by the list of keys of the parent.
 * Answers how many of the named records were related before.
 *
 * @param change what to do with them
 * @param entity the entity of the parent, as the caller sees it
 * @param relation the relation
 * @param parentKey key of the parent
 * @param keys keys of related records, each once
 * @param ids tells the time
 */
public record RelatedCommand(
        Change change, EntitySchema entity, RelationSchema relation, Object parentKey, List<Object> keys, IdSource ids)
        implements EntityCommand<Integer> {

    public RelatedCommand {
        keys = List.copyOf(new LinkedHashSet<>(keys));
    }

    @Override
    public String name() {
        return change.verb() + " " + relation;
    }

    @Override
    public Next<Tables, Integer> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        Records records = new Records(draft, ids);
        Ends ends = new Ends(draft, relation);
        TableRow parent = ends.parent(entity, parentKey);
        return records.next(
                relation.link() == null ? byForeignKey(records, ends, parent) : byList(records, ends, parent));
    }

    private int byForeignKey(Records records, Ends ends, TableRow parent) {
        ForeignKeys foreignKeys = new ForeignKeys(records);
        Set<Object> before = new LinkedHashSet<>();
        List<TableRow> others = new ArrayList<>();
        for (TableRow row : records.reached(relation, parent.model())) {
            before.add(row.key());
            if (change == Change.SYNC && !keys.contains(row.key())) {
                others.add(row);
            }
        }
        new Sync(records).leave(relation, others);
        int related = 0;
        for (Object key : keys) {
            boolean isRelated = before.contains(key);
            related += isRelated ? 1 : 0;
            boolean removes = change == Change.DETACH || change == Change.TOGGLE && isRelated;
            if (!removes) {
                foreignKeys.attach(relation, parent, ends.related(key));
            } else if (isRelated) {
                foreignKeys.release(relation, ends.related(key), "delete the record instead");
            }
        }
        return related;
    }

    private int byList(Records records, Ends ends, TableRow parent) {
        TableSchema table = relation.parent();
        int column = listColumn();
        List<Object> list = new ArrayList<>();
        if (table.get(parent.model(), column) instanceof Collection<?> known) {
            known.stream().filter(Objects::nonNull).forEach(list::add);
        }
        List<Object> before = List.copyOf(list);
        if (change == Change.SYNC) {
            list.clear();
        }
        int related = 0;
        for (Object key : keys) {
            Object element = element(ends, key);
            boolean isRelated = before.contains(element);
            related += isRelated ? 1 : 0;
            if (change == Change.DETACH || change == Change.TOGGLE && isRelated) {
                list.removeIf(element::equals);
            } else if (!list.contains(element)) {
                list.add(element);
            }
        }
        if (list.equals(before)) {
            return related;
        }
        new ForeignKeys(records)
                .set(table, parent, new int[] {column}, new @Nullable Object[] {Collections.unmodifiableList(list)});
        return related;
    }

    /** What the list has for a related record, which has to be stored only if that is not its primary key. */
    private Object element(Ends ends, Object key) {
        RelationSchema.Link link = Objects.requireNonNull(relation.link());
        TableRow stored = ends.relatedIfStored(key);
        if (link.far().toSide().isPrimary()) {
            return key;
        }
        TableRow row = stored == null ? ends.related(key) : stored;
        int column = link.far().toColumns()[0];
        Object element = relation.related().get(row.model(), column);
        if (element == null) {
            throw new DataException("The record of \"" + relation.related().name() + "\" with key " + key + " has no \""
                    + relation.related().attribute(column).name() + "\", so relation \"" + relation
                    + "\" cannot list it; give it a value first");
        }
        return element;
    }

    private int listColumn() {
        for (PositionTable positions : relation.parent().derived()) {
            if (relation.link() != null && positions.table() == relation.link().table()) {
                return positions.list();
            }
        }
        throw new IllegalStateException("Relation " + relation + " has no list of keys");
    }
}
