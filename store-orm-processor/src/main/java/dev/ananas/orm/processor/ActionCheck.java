package dev.ananas.orm.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the referential actions of an entity can be carried out, and agree with each other. */
final class ActionCheck {
    private final EntityReader reader;
    private final Problems problems;

    ActionCheck(EntityReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    void check(EntityModel entity) {
        Map<Object, List<RelationModel>> acting = new HashMap<>();
        for (RelationModel relation : entity.relations()) {
            if (relation.onDelete().equals("NOTHING")) {
                continue;
            }
            String misfit = misfit(relation);
            if (misfit != null) {
                if (!entity.isInherited(relation)) {
                    problems.add(
                            relation.mark().site("onDelete"),
                            label(entity, relation) + " cannot have onDelete = " + relation.onDelete() + ": " + misfit);
                }
                continue;
            }
            agree(entity, relation, acting.computeIfAbsent(references(entity, relation), any -> new ArrayList<>()));
        }
    }

    private void agree(EntityModel entity, RelationModel relation, List<RelationModel> others) {
        for (RelationModel other : others) {
            if (!effect(other).equals(effect(relation))) {
                problems.add(
                        relation.mark().site("onDelete"),
                        label(entity, other) + " and " + label(entity, relation)
                                + " contradict each other: both are about the same references, with onDelete = "
                                + other.onDelete() + " and onDelete = " + relation.onDelete()
                                + "; keep one of the actions");
                return;
            }
        }
        others.add(relation);
    }

    private static String label(EntityModel entity, RelationModel relation) {
        return entity.simpleName() + "." + relation.name();
    }

    private @Nullable String misfit(RelationModel relation) {
        String action = relation.onDelete();
        if (relation instanceof RelationModel.ThroughPivot) {
            return action.equals("SET_NULL")
                    ? "a link without one of its ends links nothing; use DETACH, which deletes the links"
                    : null;
        }
        if (action.equals("DETACH")) {
            return "there are no links to delete; use SET_NULL, which keeps the related records";
        }
        return action.equals("SET_NULL") ? fixed(relation) : null;
    }

    /** Why a reference cannot become null. */
    private @Nullable String fixed(RelationModel relation) {
        EntityModel related = reader.entity(relation.related().element());
        if (related == null) {
            return null;
        }
        for (String name : referring(relation)) {
            AttributeModel attribute = related.attribute(name);
            if (attribute != null
                    && related.key().stream().anyMatch(part -> part.name().equals(name))) {
                return KeyCheck.name(related, attribute)
                        + " is part of the primary key and cannot be null; use CASCADE or RESTRICT";
            }
            if (attribute != null && attribute.refusesNull()) {
                return KeyCheck.name(related, attribute) + " is "
                        + (attribute.declaration().primitive()
                                ? Wording.a(attribute.declaration().type()) + " and cannot be null; declare it as "
                                        + Wording.simple(attribute.value().boxed())
                                : "@NotNull and cannot be null; remove @NotNull")
                        + ", or use CASCADE or RESTRICT";
            }
        }
        return null;
    }

    private static List<String> referring(RelationModel relation) {
        if (relation instanceof RelationModel.Has has) {
            return has.foreignKey();
        }
        return relation instanceof RelationModel.MorphHas morph
                ? List.of(morph.morphId(), morph.morphType())
                : List.of();
    }

    /** What two relations have to share to be about the same references. */
    private static Object references(EntityModel entity, RelationModel relation) {
        if (relation instanceof RelationModel.ThroughPivot through) {
            return List.of(
                    through.pivot().name(),
                    through.foreignPivotKey(),
                    local(entity, through.parentKey()),
                    through.call().equals("morphedByMany") ? through.related().name() : "",
                    String.valueOf(through.morphType()));
        }
        if (relation instanceof RelationModel.Has has) {
            return List.of(has.related().name(), has.foreignKey(), local(entity, has.localKey()));
        }
        RelationModel.MorphHas morph = (RelationModel.MorphHas) relation;
        List<String> key = morph.localKey() == null ? List.of() : List.of(morph.localKey());
        return List.of(morph.related().name(), morph.morphId(), morph.morphType(), local(entity, key));
    }

    private static List<String> local(EntityModel entity, List<String> names) {
        return names.isEmpty() ? entity.key().stream().map(AttributeModel::name).toList() : names;
    }

    /** Detaching deletes the links, so it agrees with a cascade to the same ones. */
    private static String effect(RelationModel relation) {
        return relation.onDelete().equals("DETACH") ? "CASCADE" : relation.onDelete();
    }
}
