package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Names;
import dev.ananas.orm.model.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns each kind of relation into joins. */
final class RelationResolver {
    private final SchemaCheck check;

    RelationResolver(SchemaCheck check) {
        this.check = check;
    }

    void resolve(EntitySchema entity, int ordinal, RelationType relation) {
        String where = "relation \"" + relation.name() + "\" of entity \"" + entity.name() + "\"";
        List<EntitySchema> related = new ArrayList<>();
        for (String name : relation.relatedEntities()) {
            EntitySchema one = check.entity(name, where);
            if (one == null) {
                return;
            }
            related.add(one);
        }
        Site site = new Site(entity, ordinal, related.get(0), where);
        if (relation instanceof RelationType.Has has) {
            has(site, has);
        } else if (relation instanceof RelationType.BelongsTo to) {
            belongsTo(site, to);
        } else if (relation instanceof RelationType.HasManyBy by) {
            hasManyBy(site, by);
        } else if (relation instanceof RelationType.HasManyThrough through) {
            hasManyThrough(site, through);
        } else if (relation instanceof RelationType.MorphHas has) {
            morphHas(site, has);
        } else if (relation instanceof RelationType.MorphTo to) {
            related.forEach(one -> morphTo(new Site(entity, ordinal, one, where), to));
        } else if (relation instanceof RelationType.ThroughPivot through) {
            throughPivot(site, through);
        }
    }

    /** Where a relation is declared, and one entity it leads to. */
    private record Site(EntitySchema entity, int ordinal, EntitySchema far, String where) {
        TableSchema table() {
            return entity.table();
        }

        TableSchema related() {
            return far.table();
        }
    }

    private void has(Site site, RelationType.Has has) {
        int[] local = keyOr(site.table(), has.localKey(), site.where);
        int[] foreign = check.columns(site.related(), has.foreignKey(), site.where);
        direct(site, has.name(), has.many(), false, local, List.of(), foreign, List.of());
    }

    private void belongsTo(Site site, RelationType.BelongsTo to) {
        int[] foreign = check.columns(site.table(), to.foreignKey(), site.where);
        int[] owner = keyOr(site.related(), to.ownerKey(), site.where);
        direct(site, to.name(), false, true, foreign, List.of(), owner, List.of());
    }

    private void morphHas(Site site, RelationType.MorphHas has) {
        int[] local = single(site.table(), has.localKey(), "local key", site.where);
        int[] foreign = check.columns(site.related(), List.of(has.morphId()), site.where);
        int[] typed = withType(site.related(), foreign, has.morphType(), site.where);
        direct(site, has.name(), has.many(), false, local, List.of(), typed, List.of(site.entity.name()));
    }

    private void morphTo(Site site, RelationType.MorphTo to) {
        int[] foreign = check.columns(site.table(), List.of(to.morphId()), site.where);
        int[] typed = withType(site.table(), foreign, to.morphType(), site.where);
        int[] owner = single(site.related(), to.ownerKey(), "owner key", site.where);
        direct(site, to.name(), false, true, typed, List.of(site.far.name()), owner, List.of());
    }

    private void direct(
            Site site,
            String name,
            boolean many,
            boolean ownsKey,
            int[] parent,
            List<Object> parentConstants,
            int[] near,
            List<Object> nearConstants) {
        Join join = join(site.table(), parent, parentConstants, site.related(), near, nearConstants, site.where);
        if (join != null) {
            site.table()
                    .define(new RelationSchema(
                            name, site.ordinal, many, site.table(), site.related(), site.far, join, ownsKey, null));
        }
    }

    private void hasManyThrough(Site site, RelationType.HasManyThrough relation) {
        EntitySchema between = check.entity(relation.through(), site.where);
        if (between == null) {
            return;
        }
        TableSchema through = between.table();
        Join near = join(
                site.table(),
                keyOr(site.table(), relation.localKey(), site.where),
                List.of(),
                through,
                check.columns(through, relation.firstKey(), site.where),
                List.of(),
                site.where);
        Join far = join(
                through,
                keyOr(through, relation.secondLocalKey(), site.where),
                List.of(),
                site.related(),
                check.columns(site.related(), relation.secondKey(), site.where),
                List.of(),
                site.where);
        linked(site, relation.name(), near, far, RelationSchema.Kind.THROUGH, -1, "");
    }

    private void throughPivot(Site site, RelationType.ThroughPivot relation) {
        EntitySchema pivots = check.entity(relation.pivot(), site.where);
        if (pivots == null) {
            return;
        }
        TableSchema pivot = pivots.table();
        int[] parent = many(site.table(), relation.parentKey(), relation.foreignPivotKey(), "parent key", site.where);
        int[] related =
                many(site.related(), relation.relatedKey(), relation.relatedPivotKey(), "related key", site.where);
        int[] nearColumns = check.columns(pivot, relation.foreignPivotKey(), site.where);
        int[] farColumns = check.columns(pivot, relation.relatedPivotKey(), site.where);
        List<Object> constants = new ArrayList<>();
        if (relation.parentMorphType() != null) {
            nearColumns = withType(pivot, nearColumns, relation.parentMorphType(), site.where);
            constants.add(site.entity.name());
        } else if (relation.relatedMorphType() != null) {
            nearColumns = withType(pivot, nearColumns, relation.relatedMorphType(), site.where);
            constants.add(site.far.name());
        }
        Join near = join(site.table(), parent, List.of(), pivot, nearColumns, List.copyOf(constants), site.where);
        Join far = join(pivot, farColumns, List.of(), site.related(), related, List.of(), site.where);
        boolean unique = near != null && far != null && covers(pivot.key(), nearColumns, farColumns);
        int slot = slot(site.related(), relation, site.where);
        String as = relation.as() == null ? "pivot" : relation.as();
        RelationSchema.Kind kind = unique ? RelationSchema.Kind.UNIQUE_PIVOT : RelationSchema.Kind.PIVOT;
        linked(site, relation.name(), near, far, kind, slot, as);
    }

    private void hasManyBy(Site site, RelationType.HasManyBy relation) {
        int[] list = check.columns(site.table(), List.of(relation.foreignKey()), site.where);
        int[] owner = single(site.related(), relation.ownerKey(), "owner key", site.where);
        if (list.length == 0 || owner.length == 0) {
            return;
        }
        EntityType<?> positions = PositionTable.type(site.entity.name() + "." + relation.name());
        TableSchema table = check.derived(positions);
        int parentColumn = table.ordinal(PositionTable.PARENT);
        int[] key = site.table().key();
        Join near = new Join(
                site.table(),
                site.table().indexes().by(key),
                List.of(),
                table,
                table.indexes().by(new int[] {parentColumn}),
                List.of());
        int childColumn = table.ordinal(PositionTable.CHILD);
        Join far = new Join(
                table,
                table.indexes().by(new int[] {childColumn}),
                List.of(),
                site.related(),
                site.related().indexes().by(owner),
                List.of());
        site.table().derive(new PositionTable(list[0], table));
        linked(site, relation.name(), near, far, RelationSchema.Kind.POSITION, -1, "");
    }

    private static void linked(
            Site site,
            String name,
            @Nullable Join near,
            @Nullable Join far,
            RelationSchema.Kind kind,
            int slot,
            String as) {
        if (near != null && far != null) {
            RelationSchema.Link link = new RelationSchema.Link(far, kind, slot, as);
            site.table()
                    .define(new RelationSchema(
                            name, site.ordinal, true, site.table(), site.related(), site.far, near, false, link));
        }
    }

    private @Nullable Join join(
            TableSchema from,
            int[] fromColumns,
            List<Object> fromConstants,
            TableSchema to,
            int[] toColumns,
            List<Object> toConstants,
            String where) {
        int[] shared = Arrays.copyOf(fromColumns, Math.max(0, fromColumns.length - fromConstants.size()));
        int[] other = Arrays.copyOf(toColumns, Math.max(0, toColumns.length - toConstants.size()));
        if (!check.joins(from, shared, to, other, where)) {
            return null;
        }
        return new Join(
                from,
                from.indexes().by(fromColumns),
                fromConstants,
                to,
                to.indexes().by(toColumns),
                toConstants);
    }

    private int[] withType(TableSchema table, int[] columns, String morphType, String where) {
        int[] type = check.columns(table, List.of(morphType), where);
        if (columns.length == 0 || type.length == 0) {
            return new int[0];
        }
        int[] both = Arrays.copyOf(columns, columns.length + 1);
        both[columns.length] = type[0];
        return both;
    }

    private static boolean covers(int[] key, int[] near, int[] far) {
        for (int column : key) {
            boolean isNear = Arrays.stream(near).anyMatch(other -> other == column);
            boolean isFar = Arrays.stream(far).anyMatch(other -> other == column);
            if (!isNear && !isFar) {
                return false;
            }
        }
        return true;
    }

    private int[] keyOr(TableSchema table, List<String> names, String where) {
        return names.isEmpty() ? table.key() : check.columns(table, names, where);
    }

    private int[] single(TableSchema table, @Nullable String name, String role, String where) {
        return many(table, name == null ? List.of() : List.of(name), List.of(""), role, where);
    }

    /** The columns of a named key, or the primary key if it has as many parts as the other end. */
    private int[] many(TableSchema table, List<String> names, List<String> otherEnd, String role, String where) {
        if (!names.isEmpty()) {
            return check.columns(table, names, where);
        }
        if (table.key().length > otherEnd.size()) {
            check.fault("The " + role + " of " + where + " has to be named, because the primary key of entity \""
                    + table.name() + "\" is composite: " + table.type().primaryKey());
            return new int[0];
        }
        return table.key();
    }

    /** The component for the pivot: by name where {@code as} is given, otherwise {@code pivot} or else the first that takes this pivot. */
    private int slot(TableSchema related, RelationType.ThroughPivot relation, String where) {
        List<String> fitting = new ArrayList<>();
        String name = relation.as() == null ? "pivot" : relation.as();
        int first = -1;
        for (int i = 0; i < related.components().size(); i++) {
            if (related.components().get(i) instanceof Component.PivotSlot slot
                    && (slot.pivotEntity() == null || slot.pivotEntity().equals(relation.pivot()))) {
                if (slot.pivotEntity() == null || slot.name().equals(name)) {
                    return i;
                }
                first = first < 0 ? i : first;
                fitting.add(slot.name());
            }
        }
        if (relation.as() != null) {
            check.fault(Names.unknown(
                    "pivot", relation.as(), "entity \"" + related.name() + "\", named by " + where, fitting));
        }
        return first;
    }
}
