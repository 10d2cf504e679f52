package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.List;

/** Random relations that refer to records of several entities by key and entity name. */
final class MorphGenerator {
    private final Dice dice;
    private final List<EntityDraft> entities;
    private final RelationGenerator names;

    MorphGenerator(Dice dice, List<EntityDraft> entities, RelationGenerator names) {
        this.dice = dice;
        this.entities = entities;
        this.names = names;
    }

    /** One or two of these entities whose key is one number. */
    private List<EntityDraft> targets(List<EntityDraft> ordinary) {
        List<EntityDraft> fitting = new ArrayList<>(ordinary);
        fitting.removeIf(
                draft -> draft.key.size() > 1 || !draft.kind(draft.key.get(0)).isNumeric());
        while (fitting.size() > 2 || fitting.size() > 1 && dice.oneIn(4)) {
            fitting.remove(dice.below(fitting.size()));
        }
        return fitting;
    }

    private String localKey(List<EntityDraft> targets) {
        return targets.stream().allMatch(draft -> draft.has("code")) && dice.oneIn(3) ? "code" : null;
    }

    private static List<String> list(String one) {
        return one == null ? List.of() : List.of(one);
    }

    /** A foreign key and a type on one entity, with relations from both sides. */
    void morph(EntityDraft related, List<EntityDraft> ordinary) {
        List<EntityDraft> targets = targets(ordinary);
        if (targets.isEmpty()) {
            return;
        }
        String local = localKey(targets);
        List<String> id = List.of(related.add(names.fresh("fk"), Kind.NUMBER, null));
        String type = related.add(names.fresh("type"), Kind.TEXT, null);
        for (EntityDraft target : targets) {
            if (!dice.oneIn(4)) {
                RelationKind kind = dice.oneIn(3) ? RelationKind.MORPH_ONE : RelationKind.MORPH_MANY;
                target.relations.add(
                        relation(kind, "morphs", List.of(related.name), id, list(local), null, null, null, type));
            }
        }
        if (!dice.oneIn(4)) {
            List<String> all = targets.stream().map(target -> target.name).toList();
            related.relations.add(
                    relation(RelationKind.MORPH_TO, "morph", all, id, list(local), null, null, null, type));
        }
    }

    /** Pivots that know one end by key and entity name. */
    void morphPivot(EntityDraft related, List<EntityDraft> ordinary) {
        List<EntityDraft> targets = targets(ordinary);
        if (targets.isEmpty() || related.key.size() > 1) {
            return;
        }
        String local = localKey(targets);
        EntityDraft pivot = new EntityDraft(names.fresh("p"), true);
        List<String> far = List.of(
                pivot.add(names.fresh("far"), RelationGenerator.joining(related.kind(related.key.get(0))), null));
        List<String> near = List.of(pivot.add(names.fresh("near"), Kind.NUMBER, null));
        String type = pivot.add(names.fresh("type"), Kind.TEXT, null);
        names.pivotKey(pivot, List.of(far.get(0), near.get(0), type));
        SchemaGenerator.addAttributes(dice, pivot);
        entities.add(pivot);
        for (EntityDraft target : targets) {
            if (!dice.oneIn(4)) {
                target.relations.add(relation(
                        RelationKind.MORPH_TO_MANY,
                        "via",
                        List.of(related.name),
                        near,
                        list(local),
                        pivot.name,
                        far,
                        List.of(),
                        type));
            }
            if (!dice.oneIn(3)) {
                related.relations.add(relation(
                        RelationKind.MORPHED_BY_MANY,
                        "via",
                        List.of(target.name),
                        far,
                        List.of(),
                        pivot.name,
                        near,
                        list(local),
                        type));
            }
        }
    }

    private RelationShape relation(
            RelationKind kind,
            String name,
            List<String> targets,
            List<String> foreign,
            List<String> local,
            String pivot,
            List<String> onward,
            List<String> relatedKey,
            String type) {
        String as = pivot != null && dice.may(Feature.ACCESSORS, 3) ? names.fresh("as") : null;
        return new RelationShape(
                kind, names.fresh(name), targets, foreign, local, pivot, onward, relatedKey, type, as, null);
    }
}
