package dev.ananas.orm;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.write.LinkCommand;
import dev.ananas.orm.internal.write.LinkCommand.Change;
import dev.ananas.orm.internal.write.RelatedCommand;
import dev.ananas.orm.internal.write.Writes;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.query.Relation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One command for every call; what it does depends on where the relation keeps its links. */
final class StoreLinks<M, R, P> implements Links<M, R, P> {
    private final Writes writes;
    private final EntitySchema entity;
    private final RelationSchema relation;

    private StoreLinks(Writes writes, EntitySchema entity, RelationSchema relation) {
        this.writes = writes;
        this.entity = entity;
        this.relation = relation;
    }

    /** The links of a relation by name, which has to lead to many records and to be writable. */
    static <M, R, P> Links<M, R, P> of(Writes writes, EntitySchema entity, String name) {
        RelationSchema relation = entity.relations(name).get(0);
        if (!relation.toMany()) {
            throw new IllegalArgumentException(
                    "Relation \"" + relation + "\" leads to one record; change it with toOne(\"" + name + "\")");
        }
        if (relation.link() != null && relation.link().kind() == RelationSchema.Kind.THROUGH) {
            throw new IllegalArgumentException("Relation \"" + relation + "\" leads through records of \""
                    + relation.link().table().name() + "\" and cannot be written to; save one of these instead");
        }
        return new StoreLinks<>(writes, entity, relation);
    }

    /** The name of a relation of an entity; an error if it is another one's. */
    static String named(EntitySchema entity, Relation<?, ?, ?> relation) {
        if (!entity.speaksOf(relation.entity())) {
            throw new IllegalArgumentException("Relation \"" + relation + "\" does not start at entity \""
                    + entity.name() + "\"; ask the repository of \"" + relation.entity() + "\" for its links");
        }
        return relation.name();
    }

    @Override
    public void attach(Object parentKey, Object relatedKey, Patch<P> pivot) {
        dispatch(Change.ATTACH, parentKey, () -> one(relatedKey, pivot));
    }

    @Override
    public void attach(Object parentKey, Collection<?> relatedKeys) {
        dispatch(Change.ATTACH, parentKey, () -> plain(relatedKeys));
    }

    @Override
    public int detach(Object parentKey, Collection<?> relatedKeys) {
        return dispatch(Change.DETACH, parentKey, () -> plain(relatedKeys));
    }

    @Override
    public void sync(Object parentKey, Collection<?> relatedKeys) {
        dispatch(Change.SYNC, parentKey, () -> plain(relatedKeys));
    }

    @Override
    public void sync(Object parentKey, Map<?, ? extends Patch<P>> links) {
        dispatch(Change.SYNC, parentKey, () -> {
            Map<Object, Optional<Input>> ends = new LinkedHashMap<>();
            links.forEach((key, pivot) -> ends.putAll(one(key, pivot)));
            return ends;
        });
    }

    @Override
    public void toggle(Object parentKey, Collection<?> relatedKeys) {
        dispatch(Change.TOGGLE, parentKey, () -> plain(relatedKeys));
    }

    @Override
    public boolean updatePivot(Object parentKey, Object relatedKey, Patch<P> pivot) {
        return dispatch(Change.UPDATE, parentKey, () -> one(relatedKey, pivot)) > 0;
    }

    private int dispatch(Change change, Object parentKey, Supplier<Map<Object, Optional<Input>>> links) {
        return writes.count(change.verb(), relation, () -> {
            Object parent = Keys.stored(relation.parent(), parentKey);
            Map<Object, Optional<Input>> named = links.get();
            return relation.hasPivot()
                    ? new LinkCommand(change, entity, relation, parent, named, writes.ids())
                    : new RelatedCommand(change, entity, relation, parent, List.copyOf(named.keySet()), writes.ids());
        });
    }

    private Map<Object, Optional<Input>> plain(Collection<?> relatedKeys) {
        Map<Object, Optional<Input>> ends = new LinkedHashMap<>();
        relatedKeys.forEach(key -> ends.put(Keys.stored(relation.related(), key), Optional.empty()));
        return ends;
    }

    private static boolean isIn(int column, int[] columns) {
        return IntStream.of(columns).anyMatch(other -> other == column);
    }

    private Map<Object, Optional<Input>> one(Object relatedKey, Patch<P> pivot) {
        RelationSchema.Link link = relation.link();
        if (link == null || !relation.hasPivot()) {
            throw new DataException("Relation \"" + relation + "\" has no pivot that could take " + pivot
                    + "; leave it out, or update the related record");
        }
        TableSchema table = link.table();
        for (String name : pivot.values().keySet()) {
            int column = table.column(name);
            if (isIn(column, relation.near().toSide().columns())
                    || isIn(column, link.far().fromSide().columns())) {
                throw new DataException("Attribute \"" + table.name() + "." + name
                        + "\" is an end of the link, which the keys of the call name; leave it out of the patch");
            }
        }
        return Map.of(
                Keys.stored(relation.related(), relatedKey), Optional.of(InputReader.changes(table, pivot.values())));
    }
}
