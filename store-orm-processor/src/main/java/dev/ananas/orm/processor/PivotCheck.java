package dev.ananas.orm.processor;

import java.util.List;

/** A many-to-many relation against its pivot and both ends. */
final class PivotCheck {
    /** The component that takes a pivot where several could and the relation names none. */
    private static final String PIVOT = "pivot";

    private final EntityModel entity;
    private final RelationModel.ThroughPivot relation;
    private final Mark mark;
    private final EntityReader reader;
    private final KeyCheck keys;
    private final Problems problems;

    PivotCheck(
            EntityModel entity,
            RelationModel.ThroughPivot relation,
            EntityReader reader,
            KeyCheck keys,
            Problems problems) {
        this.entity = entity;
        this.relation = relation;
        this.mark = relation.mark();
        this.reader = reader;
        this.keys = keys;
        this.problems = problems;
    }

    void check(EntityModel related) {
        slot(related);
        EntityModel pivot = reader.entity(relation.pivot().element());
        if (pivot == null) {
            return;
        }
        boolean plain = relation.morphType() == null;
        boolean typedHere = relation.call().equals("morphToMany");
        String near = plain ? "foreignPivotKey" : typedHere ? "morphId" : "relatedId";
        String far = plain ? "relatedPivotKey" : typedHere ? "relatedId" : "morphId";
        keys.join(
                mark,
                near,
                pivot,
                keys.attributes(mark, near, relation.foreignPivotKey(), pivot),
                entity,
                keys.orKey(mark, "parentKey", relation.parentKey(), entity));
        keys.join(
                mark,
                far,
                pivot,
                keys.attributes(mark, far, relation.relatedPivotKey(), pivot),
                related,
                keys.orKey(mark, "relatedKey", relation.relatedKey(), related));
        if (relation.morphType() != null) {
            List<AttributeModel> name = keys.attributes(mark, "morphType", List.of(relation.morphType()), pivot);
            if (name != null && name.get(0).value().kind() != ValueModel.Kind.TEXT) {
                problems.add(mark.site("morphType"), RelationCheck.notText(mark, pivot, name.get(0)));
            }
        }
    }

    /** A name for the pivot has to be a component of the related record that takes it; several need a name. */
    private void slot(EntityModel related) {
        List<String> fitting = related.components().stream()
                .filter(ComponentModel.PivotSlot.class::isInstance)
                .map(ComponentModel.PivotSlot.class::cast)
                .filter(slot -> slot.pivot().name().equals(relation.pivot().name()))
                .map(ComponentModel::name)
                .toList();
        if (relation.as().isEmpty()) {
            if (fitting.size() > 1 && !fitting.contains(PIVOT)) {
                problems.add(
                        mark.site(),
                        related.simpleName() + " takes a " + relation.pivot().simpleName() + " in "
                                + String.join(" and in ", fitting) + "; say in which one this relation puts it: as = \""
                                + fitting.get(0) + "\"");
            }
        } else if (!fitting.contains(relation.as())) {
            problems.add(
                    mark.site("as"),
                    mark.name() + "(as) names the pivot " + related.simpleName() + "." + relation.as()
                            + ", which does not exist; "
                            + (fitting.isEmpty()
                                    ? "add the component @Pivot "
                                            + relation.pivot().simpleName() + " " + relation.as() + " to "
                                            + related.simpleName()
                                    : Wording.instead(relation.as(), fitting)));
        }
    }
}
