package dev.ananas.orm;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.write.LinkCommand;
import dev.ananas.orm.internal.write.LinkCommand.Change;
import dev.ananas.orm.internal.write.Writes;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.Patch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One command for every call. */
final class StoreLinks<M, R, P> implements Links<M, R, P> {
    private final Writes writes;
    private final RelationSchema relation;
    private final RelationSchema.Link link;

    private StoreLinks(Writes writes, RelationSchema relation, RelationSchema.Link link) {
        this.writes = writes;
        this.relation = relation;
        this.link = link;
    }

    /** The links of a relation, which has to be a many-to-many one. */
    static <M, R, P> Links<M, R, P> of(Writes writes, RelationSchema relation) {
        RelationSchema.Link link = relation.link();
        if (link == null || !relation.hasPivot()) {
            throw new IllegalArgumentException("Relation \"" + relation
                    + "\" is not many-to-many and has no links; save its key or its related records instead");
        }
        return new StoreLinks<>(writes, relation, link);
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
        return writes.count(
                change.verb() + " " + relation,
                () -> new LinkCommand(
                        change, relation, Keys.stored(relation.parent(), parentKey), links.get(), writes.ids()));
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
