package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.PositionTable;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.KeyReplacement;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.model.DataException;
import dev.ananas.store.Next;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a record another key, and whatever refers to it: foreign keys, pivots, polymorphic relations, lists of keys. A pivot
 * whose own key changes by that is referred to as well, so the change goes on from there. Records keep their places, and no
 * hooks run. Answers the model by now.
 *
 * @param entity the entity
 * @param temporary the stored key
 * @param real the key to be
 */
public record ReplaceKeyCommand(EntitySchema entity, Object temporary, Object real)
        implements EntityCommand<Object>, KeyReplacement {

    @Override
    public String name() {
        return "replace key of " + entity.name();
    }

    @Override
    public @Nullable Tables replaced(Tables tables, boolean back) {
        Object from = back ? real : temporary;
        Object to = back ? temporary : real;
        if (tables.table(entity.table()).get(from) == null) {
            return tables;
        }
        try {
            return new ReplaceKeyCommand(entity, from, to).applyTo(tables).state();
        } catch (DataException taken) {
            return null;
        }
    }

    @Override
    public Next<Tables, Object> applyTo(Tables tables) {
        Draft draft = new Draft(tables);
        TableSchema table = entity.table();
        TableRow row = draft.get(table, temporary);
        if (row == null || !entity.admits(row.model())) {
            throw new DataException("Entity \"" + entity.name() + "\" has no record with key " + temporary
                    + " that could take the key " + real);
        }
        @Nullable Object[] values = table.components(row.model());
        Object[] parts = Keys.parts(table, real);
        for (int i = 0; i < parts.length; i++) {
            values[table.key()[i]] = parts[i];
        }
        Deque<Changed> waiting = new ArrayDeque<>();
        TableRow now = write(draft, table, row, values, waiting);
        for (Changed next = waiting.poll(); next != null; next = waiting.poll()) {
            follow(draft, next, waiting);
        }
        return new Next<>(draft.build(), entity.shown(now.read()));
    }

    /** A record whose key became another one. */
    private record Changed(TableSchema table, Object before, Object after) {}

    private static TableRow write(
            Draft draft, TableSchema table, TableRow row, @Nullable Object[] values, Deque<Changed> waiting) {
        Object model = table.createLike(row.model(), values);
        Object key = Objects.requireNonNull(table.keyOf(model), "key");
        TableRow now = new TableRow(key, row.seq(), model, table.read(model));
        if (!key.equals(row.key())) {
            if (draft.get(table, key) != null) {
                throw new DataException("Entity \"" + table.name() + "\" has a record with key " + key
                        + " already, so the record with key " + row.key() + " cannot take it; merge the two first");
            }
            draft.remove(table, row.key());
            waiting.add(new Changed(table, row.model(), model));
        }
        draft.restore(table, now, true);
        return now;
    }

    private static void follow(Draft draft, Changed changed, Deque<Changed> waiting) {
        for (TableSchema table : draft.schema().tables()) {
            for (int component = 0; component < table.components().size(); component++) {
                for (RelationSchema relation : table.relations(component)) {
                    follow(draft, relation, changed, waiting);
                }
            }
        }
    }

    private static void follow(Draft draft, RelationSchema relation, Changed changed, Deque<Changed> waiting) {
        RelationSchema.Link link = relation.link();
        if (link == null) {
            follow(draft, relation.near(), relation.ownsKey(), changed, waiting);
        } else if (link.kind() == RelationSchema.Kind.POSITION) {
            relist(draft, relation, link, changed, waiting);
        } else {
            follow(draft, relation.near(), false, changed, waiting);
            follow(draft, link.far(), link.kind().isPivot(), changed, waiting);
        }
    }

    /** Rewrites the rows on that side of a join which refers to the other. */
    private static void follow(Draft draft, Join join, boolean backwards, Changed changed, Deque<Changed> waiting) {
        if ((backwards ? join.to() : join.from()) != changed.table()) {
            return;
        }
        int[] ours = backwards ? join.toColumns() : join.fromColumns();
        int[] theirs = backwards ? join.fromColumns() : join.toColumns();
        TableSchema holder = backwards ? join.from() : join.to();
        Object key = backwards ? join.backKey(changed.before()) : join.key(changed.before());
        if (key == null || !differs(changed, ours)) {
            return;
        }
        for (TableRow row : List.copyOf(draft.find(holder, backwards ? join.fromSide() : join.toSide(), key))) {
            @Nullable Object[] values = holder.components(row.model());
            for (int i = 0; i < ours.length; i++) {
                values[theirs[i]] = changed.table().get(changed.after(), ours[i]);
            }
            write(draft, holder, row, values, waiting);
        }
    }

    private static boolean differs(Changed changed, int[] columns) {
        for (int column : columns) {
            if (!Objects.equals(
                    changed.table().get(changed.before(), column),
                    changed.table().get(changed.after(), column))) {
                return true;
            }
        }
        return false;
    }

    /** Rewrites the lists of keys in which the record is. */
    private static void relist(
            Draft draft, RelationSchema relation, RelationSchema.Link link, Changed changed, Deque<Changed> waiting) {
        Join far = link.far();
        int column = far.toColumns()[0];
        Object key = far.to() == changed.table() ? far.backKey(changed.before()) : null;
        if (key == null || !differs(changed, new int[] {column})) {
            return;
        }
        TableSchema owner = relation.parent();
        Object was = changed.table().get(changed.before(), column);
        Object now = changed.table().get(changed.after(), column);
        for (TableRow position : List.copyOf(draft.find(link.table(), far.fromSide(), key))) {
            Object parent = relation.near().backKey(position.model());
            for (TableRow row : parent == null
                    ? List.<TableRow>of()
                    : List.copyOf(draft.find(owner, relation.near().fromSide(), parent))) {
                @Nullable Object[] values = owner.components(row.model());
                for (PositionTable positions : owner.derived()) {
                    if (positions.table() == link.table() && values[positions.list()] instanceof Collection<?> list) {
                        List<@Nullable Object> next = new ArrayList<>(list);
                        next.replaceAll(element -> Objects.equals(element, was) ? now : element);
                        values[positions.list()] = Collections.unmodifiableList(next);
                    }
                }
                write(draft, owner, row, values, waiting);
            }
        }
    }
}
