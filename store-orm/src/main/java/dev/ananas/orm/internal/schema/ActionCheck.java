package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.OnDelete;
import dev.ananas.orm.model.RelationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the referential actions of relations can be carried out, and agree with each other. */
final class ActionCheck {
    private final SchemaCheck check;
    private final Map<Object, List<RelationSchema>> acting = new HashMap<>();

    ActionCheck(SchemaCheck check) {
        this.check = check;
    }

    void check(Collection<TableSchema> tables) {
        for (TableSchema table : tables) {
            for (int i = 0; i < table.components().size(); i++) {
                for (RelationSchema relation : table.relations(i)) {
                    if (relation.onDelete() != OnDelete.NOTHING) {
                        check(relation, (RelationType) table.components().get(i));
                    }
                }
            }
        }
    }

    private void check(RelationSchema relation, RelationType type) {
        String misfit = misfit(relation, type);
        if (misfit != null) {
            check.fault("Relation \"" + relation + "\" cannot have onDelete(" + relation.onDelete() + "): " + misfit);
            return;
        }
        Join near = relation.near();
        List<RelationSchema> others = acting.computeIfAbsent(references(near), any -> new ArrayList<>(1));
        for (RelationSchema other : others) {
            if (effect(other) != effect(relation) && meet(other, relation)) {
                check.fault("Relations \"" + other + "\" and \"" + relation
                        + "\" contradict each other: both are about \""
                        + near.to().name() + "\" by the same keys, with onDelete(" + other.onDelete()
                        + ") and onDelete(" + relation.onDelete() + "); keep one of the actions");
                return;
            }
        }
        others.add(relation);
    }

    /** Whether a record may have both relations and another one be at the far end of both; records of different cases may not. */
    private static boolean meet(RelationSchema one, RelationSchema other) {
        boolean sameFarTable = one.related() == other.related();
        return one.parent().goTogether(one.ordinal(), other.ordinal())
                && (!sameFarTable || one.far().meets(other.far()));
    }

    private static @Nullable String misfit(RelationSchema relation, RelationType type) {
        if (relation.ownsKey()) {
            return "it holds the foreign key, and a delete here leaves \""
                    + relation.related().name()
                    + "\" alone; declare the action on the hasOne, hasMany, morphOne or morphMany of \""
                    + relation.related().name() + "\" that leads back";
        }
        if (type instanceof RelationType.HasManyBy || type instanceof RelationType.HasManyThrough) {
            return "it has no foreign key or pivots of its own; declare the action on the hasMany that leads to the"
                    + " records to be deleted";
        }
        if (relation.hasPivot()) {
            return relation.onDelete() == OnDelete.SET_NULL
                    ? "a link without one of its ends links nothing; use DETACH, which deletes the links"
                    : null;
        }
        if (relation.onDelete() == OnDelete.DETACH) {
            return "there are no links to delete; use SET_NULL, which keeps the related records";
        }
        return relation.onDelete() == OnDelete.SET_NULL ? keyIn(relation.near()) : null;
    }

    private static @Nullable String keyIn(Join near) {
        for (int column : near.toSide().columns()) {
            for (int key : near.to().key()) {
                if (column == key) {
                    return "attribute \"" + near.to().attribute(column).name() + "\" is part of the primary key of \""
                            + near.to().name() + "\" and cannot be null; use CASCADE or RESTRICT";
                }
            }
        }
        return null;
    }

    /** What two relations have to share to be about the same references. */
    private static Object references(Join near) {
        return List.of(near.from(), near.fromSide(), near.to(), near.toSide(), near.toConstants());
    }

    /** Detaching deletes the links, so it agrees with a cascade to the same rows. */
    private static OnDelete effect(RelationSchema relation) {
        return relation.onDelete() == OnDelete.DETACH ? OnDelete.CASCADE : relation.onDelete();
    }
}
