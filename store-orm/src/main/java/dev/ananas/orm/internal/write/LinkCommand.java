package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.store.Next;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes the links of one parent. Answers how many pairs of those named were linked before.
 *
 * @param change what to do with them
 * @param entity the entity of the parent, as the caller sees it
 * @param relation the many-to-many relation
 * @param parentKey key of the parent
 * @param links attributes of the pivots by related key, in order
 * @param ids makes generated ids
 */
public record LinkCommand(
        Change change,
        EntitySchema entity,
        RelationSchema relation,
        Object parentKey,
        Map<Object, Optional<Input>> links,
        IdSource ids)
        implements EntityCommand<Integer> {

    public LinkCommand {
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }

    /** What a command does with the pairs it names. */
    public enum Change {
        /** Links them; attributes go to existing links too. */
        ATTACH,
        /** Removes their links. */
        DETACH,
        /** As attach, and removes all other links of the parent. */
        SYNC,
        /** Links those that are not linked and removes the links of the others. */
        TOGGLE,
        /** Changes the attributes of existing links. */
        UPDATE;

        /** How the command is called. */
        public String verb() {
            return this == UPDATE ? "update pivot" : name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return change.verb() + " " + relation;
    }

    @Override
    public Next<Tables, Integer> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        Records records = new Records(draft, ids);
        LinkWriter writer = new LinkWriter(records);
        Object parent = writer.parentEnd(relation, entity, parentKey);
        Map<Object, Optional<Input>> ends = new LinkedHashMap<>();
        links.forEach((key, attributes) -> ends.put(writer.relatedEnd(relation, key), attributes));
        if (change == Change.SYNC) {
            removeOthers(writer, parent, ends.keySet());
        }
        int linked = 0;
        for (Map.Entry<Object, Optional<Input>> end : ends.entrySet()) {
            List<TableRow> rows = writer.pair(relation, parent, end.getKey());
            linked += rows.isEmpty() ? 0 : 1;
            carryOut(writer, parent, end.getKey(), rows, end.getValue());
        }
        return records.next(linked);
    }

    private void carryOut(
            LinkWriter writer, Object parent, Object related, List<TableRow> rows, Optional<Input> attributes) {
        if (!rows.isEmpty() && attributes.isPresent()) {
            writer.refuseOtherKey(relation, rows.get(0), attributes.get());
        }
        boolean removes = change == Change.DETACH || change == Change.TOGGLE && !rows.isEmpty();
        if (removes) {
            writer.unlink(relation, rows);
        } else if (change != Change.UPDATE) {
            writer.link(relation, parent, related, attributes.orElse(null));
        } else if (!rows.isEmpty() && attributes.isPresent()) {
            writer.change(relation, rows.get(0), attributes.get());
        }
    }

    private void removeOthers(LinkWriter writer, Object parent, Set<Object> kept) {
        Set<Object> keys = new LinkedHashSet<>();
        kept.forEach(key -> keys.add(Joins.part(key)));
        for (TableRow row : List.copyOf(writer.links(relation, parent))) {
            Object related = LinkWriter.onward(relation, row);
            if (related != null && !keys.contains(related)) {
                writer.unlink(relation, List.of(row));
            }
        }
    }
}
