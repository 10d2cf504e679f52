package dev.ananas.orm;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.write.AssociateCommand;
import dev.ananas.orm.internal.write.Writes;
import dev.ananas.orm.model.EntityType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One command for every call. */
final class StoreOneLink<M, R> implements OneLink<M, R> {
    private final Writes writes;
    private final EntitySchema entity;

    /** The relation, to each of its entities. */
    private final List<RelationSchema> targets;

    private StoreOneLink(Writes writes, EntitySchema entity, List<RelationSchema> targets) {
        this.writes = writes;
        this.entity = entity;
        this.targets = targets;
    }

    /** A relation by name, which has to lead to one record. */
    static <M, R> OneLink<M, R> of(Writes writes, EntitySchema entity, String name) {
        List<RelationSchema> targets = entity.relations(name);
        if (targets.get(0).toMany()) {
            throw new IllegalArgumentException("Relation \"" + targets.get(0)
                    + "\" leads to many records; change them with relation(\"" + name + "\")");
        }
        return new StoreOneLink<>(writes, entity, targets);
    }

    @Override
    public boolean associate(Object key, Object relatedKey) {
        if (targets.size() > 1) {
            throw new IllegalArgumentException("Relation \"" + targets.get(0) + "\" leads to several entities: "
                    + entities() + "; name the one that the key " + relatedKey + " is of");
        }
        return associate(targets.get(0), key, relatedKey);
    }

    @Override
    public boolean associate(Object key, EntityType<? extends R> related, Object relatedKey) {
        return associate(key, related.name(), relatedKey);
    }

    @Override
    public boolean associate(Object key, String related, Object relatedKey) {
        for (RelationSchema target : targets) {
            if (target.far().name().equals(related)) {
                return associate(target, key, relatedKey);
            }
        }
        throw new IllegalArgumentException("Relation \"" + targets.get(0) + "\" does not lead to entity \"" + related
                + "\"; expected " + (targets.size() == 1 ? "" : "one of ") + entities());
    }

    private boolean associate(RelationSchema target, Object key, Object relatedKey) {
        Objects.requireNonNull(relatedKey, "relatedKey");
        return writes.count(
                        "associate",
                        target,
                        () -> new AssociateCommand(
                                entity,
                                target,
                                Keys.stored(target.parent(), key),
                                Keys.stored(target.related(), relatedKey),
                                writes.ids()))
                > 0;
    }

    @Override
    public boolean dissociate(Object key) {
        RelationSchema any = targets.get(0);
        return writes.count(
                        "dissociate",
                        any,
                        () -> new AssociateCommand(entity, any, Keys.stored(any.parent(), key), null, writes.ids()))
                > 0;
    }

    private String entities() {
        return targets.stream().map(target -> "\"" + target.far().name() + "\"").collect(Collectors.joining(", "));
    }
}
